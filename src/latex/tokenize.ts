// LaTeX source → tokens with exact spans. Nothing is expanded here.

import { LatexError, type Span } from "./errors.js";

/** `\name` or `\%`; a character; or one of the characters that TeX gives a role. */
export interface Token extends Span {
  readonly kind:
    "command" | "character" | "open" | "close" | "superscript" | "subscript" | "align" | "parameter";
  /** With its backslash for a command. */
  readonly text: string;
  /** Whether the source has white space before it. TeX ignores it in formulas; words and `\text` do not. */
  readonly spaced: boolean;
}

/** The longest formula that is read: 100 kB. */
const MAX_LENGTH = 100_000;

const KINDS: Readonly<Partial<Record<string, Token["kind"]>>> = {
  "{": "open",
  "}": "close",
  "^": "superscript",
  _: "subscript",
  "&": "align",
  "#": "parameter",
};

/** Characters that people paste, and the command that prints them. */
const UNICODE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "−": "-",
    "–": "-",
    "·": "\\cdot",
    "⋅": "\\cdot",
    "×": "\\times",
    "÷": "\\div",
    "⊙": "\\odot",
    "∘": "\\circ",
    "⊗": "\\otimes",
    "⊕": "\\oplus",
    "∩": "\\cap",
    "∪": "\\cup",
    "∈": "\\in",
    "∉": "\\notin",
    "≤": "\\le",
    "≥": "\\ge",
    "≠": "\\ne",
    "≈": "\\approx",
    "∼": "\\sim",
    "∞": "\\infty",
    "…": "\\dots",
    "⋯": "\\dots",
    "∑": "\\sum",
    "∏": "\\prod",
    "√": "\\sqrt",
    "∥": "\\|",
    "‖": "\\|",
    "∀": "\\forall",
    "⊤": "\\top",
    ᵀ: "^T",
    "′": "'",
    "’": "'",
    α: "\\alpha",
    β: "\\beta",
    γ: "\\gamma",
    δ: "\\delta",
    ε: "\\epsilon",
    ϵ: "\\epsilon",
    ζ: "\\zeta",
    η: "\\eta",
    θ: "\\theta",
    ι: "\\iota",
    κ: "\\kappa",
    λ: "\\lambda",
    μ: "\\mu",
    ν: "\\nu",
    ξ: "\\xi",
    π: "\\pi",
    ρ: "\\rho",
    σ: "\\sigma",
    τ: "\\tau",
    υ: "\\upsilon",
    φ: "\\phi",
    ϕ: "\\phi",
    χ: "\\chi",
    ψ: "\\psi",
    ω: "\\omega",
    Γ: "\\Gamma",
    Δ: "\\Delta",
    Θ: "\\Theta",
    Λ: "\\Lambda",
    Ξ: "\\Xi",
    Π: "\\Pi",
    Σ: "\\Sigma",
    Φ: "\\Phi",
    Ψ: "\\Psi",
    Ω: "\\Omega",
  }),
);

const SCANNER = /%[^\n]*(?:\n|$)|\s+|\\(?:[A-Za-z]+|[^])|[^]/gu;

/** Splits `source` into tokens; comments and white space go, spans stay. */
export function tokenize(source: string): Token[] {
  if (source.length > MAX_LENGTH) {
    throw new LatexError(
      "too-long",
      `A formula may have up to ${MAX_LENGTH.toLocaleString("en")} characters; this one has ${source.length.toLocaleString("en")}.`,
      source,
      { start: MAX_LENGTH, end: source.length },
    );
  }
  const tokens: Token[] = [];
  let spaced = false;
  for (const match of source.matchAll(SCANNER)) {
    const found = match[0];
    const start = match.index;
    const end = start + found.length;
    if (found === "\\") {
      throw new LatexError(
        "missing",
        "Expected a command after the backslash; the formula ends here.",
        source,
        { start, end },
      );
    }
    if (found.startsWith("%") || /^\s/u.test(found)) {
      spaced = true;
      continue;
    }
    if (found.startsWith("\\")) {
      tokens.push({ kind: "command", text: /^\\\s$/u.test(found) ? "\\ " : found, start, end, spaced });
    } else {
      const text = UNICODE.get(found) ?? found;
      if (text === "^T") {
        tokens.push({ kind: "superscript", text: "^", start, end, spaced });
        tokens.push({ kind: "character", text: "T", start, end, spaced: false });
      } else if (text.startsWith("\\")) {
        tokens.push({ kind: "command", text, start, end, spaced });
      } else {
        tokens.push({ kind: KINDS[text] ?? "character", text, start, end, spaced });
      }
    }
    spaced = false;
  }
  return tokens;
}
