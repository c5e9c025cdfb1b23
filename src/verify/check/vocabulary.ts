// Names that a stranger's formula may take for granted: functions of the catalogue, and quantities such as precision.

import { isCallable, withVariants, type Equation } from "../../equations/equation.js";
import type { FunctionSymbol } from "../../latex/symbols.js";
import type { Vocabulary } from "./names.js";

/** Other names of functions and quantities, by the ids of their equations: as letters, or letters_subscript. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  sigmoid: ["sigmoid", "Sigmoid", "logistic", "<\\sigma>", "expit", "sigm"],
  "log-sigmoid": ["logsigmoid", "LogSigmoid"],
  relu: ["relu", "ReLU", "Relu", "RELU"],
  gelu: ["gelu", "GELU", "Gelu"],
  softplus: ["softplus", "Softplus"],
  softmax: ["softmax", "Softmax", "SoftMax"],
  "log-softmax": ["logsoftmax", "LogSoftmax", "log_softmax"],
  "binary-cross-entropy": ["BCE"],
  "cross-entropy": ["CE", "CrossEntropy"],
  "kl-divergence": ["KL", "D_KL", "D_<\\mathrm KL>", "<bold KL>", "KLD", "D_kl", "kl"],
  "js-divergence": ["JS", "JSD", "D_JS"],
  huber: ["Huber"],
  precision: ["Precision", "precision", "Prec", "prec", "PPV"],
  recall: ["Recall", "recall", "Rec", "rec", "TPR"],
  sensitivity: ["Sensitivity", "sensitivity"],
  specificity: ["Specificity", "specificity", "TNR"],
  "scaled-dot-product-attention": ["Attention", "attention", "Attn"],
  "mutual-information": ["MI"],
  dcg: ["DCG"],
};

/** Single letters that stand for quantities of the catalogue where a formula is made of these. */
export const QUANTITIES: Readonly<Record<string, readonly string[]>> = {
  precision: ["P", "p", "Pr", "P_r", "\\pi"],
  recall: ["R", "r", "R_e", "\\rho"],
};

/** Greek letters as people spell them where they forget the backslash. */
const GREEK_WORDS = "rho tau eta phi psi chi beta alpha gamma delta lambda sigma theta epsilon".split(" ");

/** Words that name things and are written without a command. */
const WORDS = ["MSE", "MAE", "RNN", "head", ...GREEK_WORDS];

export class Functions {
  private readonly byKey = new Map<string, Equation>();
  readonly vocabulary: Vocabulary;
  /** Names whose letters are their meaning. */
  readonly fixed: ReadonlySet<string>;

  constructor(catalogue: readonly Equation[]) {
    for (const equation of catalogue.flatMap(withVariants)) {
      if (!isCallable(equation)) continue;
      const { name } = equation.formula.statement.lefts[0]!;
      const key = name.sub === "" ? name.letters : `${name.letters}_${name.sub}`;
      // H, V and v may be anything.
      if (/^[A-Za-z]$/u.test(name.letters) && name.sub === "") continue;
      if (!this.byKey.has(key)) this.byKey.set(key, equation);
    }
    for (const [id, names] of Object.entries(SPELLINGS)) {
      const equation = catalogue.find((one) => one.id === id);
      if (equation !== undefined) for (const name of names) this.byKey.set(name, equation);
    }
    const fixed = catalogue.flatMap(({ symbols }) =>
      Object.entries(symbols).flatMap(([key, { fixed: isFixed }]) => (isFixed ? [key] : [])),
    );
    this.fixed = new Set(fixed);
    const keys = [...this.byKey.keys()];
    this.vocabulary = {
      functions: new Set(keys),
      quantities: new Set(keys.filter((key) => this.byKey.get(key)!.asFunction.callee.implicit === true)),
      words: new Set([
        ...keys.filter((key) => /^[A-Za-z]+$/u.test(key)),
        ...fixed,
        ...fixed.map((word) => word.toLowerCase()),
        ...WORDS,
      ]),
    };
  }

  /** The functions of these names as symbols; `beside` are names that the formula itself defines. */
  symbols(called: Iterable<string>, beside: ReadonlySet<string>): Record<string, FunctionSymbol> {
    const found: Record<string, FunctionSymbol> = {};
    for (const key of called) {
      const equation = this.byKey.get(key);
      if (equation === undefined || beside.has(key)) continue;
      found[`function ${key}`] = withLatex(equation, latexOf(key));
    }
    return found;
  }

  get(key: string): Equation | undefined {
    return this.byKey.get(key);
  }
}

/** An equation as a function under another name. */
export function withLatex({ asFunction }: Equation, latex: string): FunctionSymbol {
  const { callee } = asFunction;
  return { ...asFunction, latex, callee: { ...callee, name: latex, latex } };
}

function latexOf(key: string): string {
  const [letters = "", sub] = key.split("_", 2);
  const greek = /^<(\\[A-Za-z]+)>$/u.exec(letters)?.[1];
  const written = greek ?? (letters.length === 1 ? letters : `\\operatorname{${letters}}`);
  return sub === undefined ? written : `${written}_{\\text{${sub}}}`;
}
