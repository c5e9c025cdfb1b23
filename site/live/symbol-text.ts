// A symbol's LaTeX as text: a base with what stands below and above, for labels of fields.

export interface SymbolText {
  readonly base: string;
  readonly sub: string;
  readonly sup: string;
}

const GREEK: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  theta: "θ",
  Theta: "Θ",
  lambda: "λ",
  mu: "μ",
  sigma: "σ",
  tau: "τ",
};
const ACCENTS: Readonly<Record<string, string>> = {
  hat: "\u0302",
  tilde: "\u0303",
  vec: "\u20D7",
  bar: "\u0304",
};

/** `\hat{y}_i` as ŷ with i below; what has no letter of its own keeps its name. */
export function symbolText(latex: string): SymbolText {
  const plain = (text: string): string =>
    text
      .replaceAll(/\\(hat|tilde|vec|bar)\{([^{}]*|\\[A-Za-z]+)\}/gu, (_, accent: string, inner: string) =>
        (plain(inner) + ACCENTS[accent]!).normalize("NFC"),
      )
      .replaceAll(/\\(?:text|mathrm|mathbf|operatorname|boldsymbol)\{([^{}]*)\}/gu, "$1")
      .replaceAll(/\\([A-Za-z]+)/gu, (_, name: string) => GREEK[name] ?? name)
      .replaceAll(/[{}\\]/gu, "")
      .trim();
  const script = (mark: "[_]" | "[\\^]"): [string, string] => {
    const found = new RegExp(`${mark}(\\{(?:[^{}]|\\{[^{}]*\\})*\\}|\\\\?[A-Za-z0-9*]+)`, "u").exec(latex);
    return [found?.[0] ?? "", plain(found?.[1] ?? "")];
  };
  const [subSource, sub] = script("[_]");
  const [supSource, sup] = script("[\\^]");
  return { base: plain(latex.replace(subSource, "").replace(supSource, "")), sub, sup };
}

/** The same in one line, to be read out. */
export function spoken({ base, sub, sup }: SymbolText): string {
  return [base, ...(sub === "" ? [] : [sub]), ...(sup === "" ? [] : [`superscript ${sup}`])].join(" ");
}
