// What each LaTeX command is to the layout: one table, synonyms under one name.

/** Letters and letter-like symbols that may name things. */
const LETTERS =
  "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi omicron pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega " +
  "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar imath jmath Re Im wp aleph nabla partial infty emptyset varnothing top bot intercal star ast dagger ddagger prime bullet";

/** Operators, relations and punctuation: command → the one name. */
const OPERATORS: Readonly<Record<string, string>> = {
  "\\cdot": "\\cdot",
  "\\cdotp": "\\cdot",
  "\\times": "\\times",
  "\\div": "/",
  "\\slash": "/",
  "\\pm": "\\pm",
  "\\mp": "\\mp",
  "\\odot": "\\odot",
  "\\circ": "\\circ",
  "\\otimes": "\\otimes",
  "\\oplus": "\\oplus",
  "\\cap": "\\cap",
  "\\cup": "\\cup",
  "\\setminus": "\\setminus",
  "\\smallsetminus": "\\setminus",
  "\\backslash": "\\setminus",
  "\\le": "\\le",
  "\\leq": "\\le",
  "\\leqslant": "\\le",
  "\\ge": "\\ge",
  "\\geq": "\\ge",
  "\\geqslant": "\\ge",
  "\\lt": "<",
  "\\gt": ">",
  "\\ll": "\\ll",
  "\\gg": "\\gg",
  "\\ne": "\\ne",
  "\\neq": "\\ne",
  "\\equiv": "\\equiv",
  "\\approx": "\\approx",
  "\\simeq": "\\approx",
  "\\cong": "\\approx",
  "\\sim": "\\sim",
  "\\propto": "\\propto",
  "\\triangleq": "=",
  "\\coloneqq": "=",
  "\\coloneq": "=",
  "\\doteq": "=",
  "\\in": "\\in",
  "\\ni": "\\ni",
  "\\notin": "\\notin",
  "\\subset": "\\subset",
  "\\subseteq": "\\subseteq",
  "\\supset": "\\supset",
  "\\supseteq": "\\supseteq",
  "\\to": "\\to",
  "\\rightarrow": "\\to",
  "\\longrightarrow": "\\to",
  "\\mapsto": "\\mapsto",
  "\\leftarrow": "\\leftarrow",
  "\\gets": "\\leftarrow",
  "\\Rightarrow": "\\Rightarrow",
  "\\implies": "\\Rightarrow",
  "\\Leftrightarrow": "\\Leftrightarrow",
  "\\iff": "\\Leftrightarrow",
  "\\land": "\\land",
  "\\wedge": "\\land",
  "\\lor": "\\lor",
  "\\vee": "\\lor",
  "\\neg": "\\neg",
  "\\lnot": "\\neg",
  "\\forall": "\\forall",
  "\\exists": "\\exists",
  "\\mid": "\\mid",
  "\\parallel": "\\parallel",
  "\\colon": ":",
  "\\dots": "\\dots",
  "\\ldots": "\\dots",
  "\\cdots": "\\dots",
  "\\dotsc": "\\dots",
  "\\dotsb": "\\dots",
  "\\dotsm": "\\dots",
  "\\dotso": "\\dots",
  "\\vdots": "\\dots",
  "\\ddots": "\\dots",
  "\\therefore": "\\therefore",
  "\\because": "\\because",
  "\\%": "\\%",
  "\\_": "_",
  "\\#": "\\#",
  "\\&": "\\&",
};

/** Characters that are operators. */
export const OPERATOR_CHARACTERS = new Set(["+", "-", "*", "/", "=", "<", ">", ",", ";", ":", "!", ".", "?"]);

const BIG = "sum prod coprod int iint oint bigcup bigcap bigoplus bigotimes bigwedge bigvee";

/** Named functions with a command of their own. */
const FUNCTIONS =
  "log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan max min sup inf lim arg argmax argmin det dim ker Pr gcd deg hom limsup liminf";

/** Space, in em. */
const SPACES: Readonly<Record<string, number>> = {
  "\\,": 1 / 6,
  "\\thinspace": 1 / 6,
  "\\:": 2 / 9,
  "\\>": 2 / 9,
  "\\medspace": 2 / 9,
  "\\;": 5 / 18,
  "\\thickspace": 5 / 18,
  "\\ ": 1 / 3,
  "\\space": 1 / 3,
  "\\nobreakspace": 1 / 3,
  "\\!": -1 / 6,
  "\\negthinspace": -1 / 6,
  "\\enspace": 1 / 2,
  "\\quad": 1,
  "\\qquad": 2,
  "\\hfill": 2,
};

/** Commands that draw nothing that matters, without arguments. */
const SILENT =
  "limits nolimits displaystyle textstyle scriptstyle scriptscriptstyle nonumber notag hline midrule toprule bottomrule noindent allowbreak nobreak relax protect boldmath normalsize small footnotesize scriptsize large Large it mathstrut strut null";

/** Commands whose argument draws nothing: labels and the like. */
const SWALLOWING =
  "label tag tag* eqref ref cite citep citet vspace vspace* phantom hphantom vphantom footnote";

/** Commands whose last argument is drawn as it is; the number of arguments before it. */
const TRANSPARENT: Readonly<Record<string, number>> = {
  "\\boxed": 0,
  "\\fbox": 0,
  "\\ensuremath": 0,
  "\\smash": 0,
  "\\mathop": 0,
  "\\mathbin": 0,
  "\\mathrel": 0,
  "\\mathord": 0,
  "\\mathopen": 0,
  "\\mathclose": 0,
  "\\mathpunct": 0,
  "\\mathinner": 0,
  "\\cancel": 0,
  "\\textcolor": 1,
  "\\colorbox": 1,
  "\\href": 1,
  "\\underset": 1,
  "\\overset": 1,
  "\\stackrel": 1,
};

/** Accents: command → name. */
const ACCENTS: Readonly<Record<string, string>> = {
  "\\hat": "hat",
  "\\widehat": "hat",
  "\\bar": "bar",
  "\\overline": "bar",
  "\\tilde": "tilde",
  "\\widetilde": "tilde",
  "\\vec": "vec",
  "\\overrightarrow": "vec",
  "\\dot": "dot",
  "\\ddot": "ddot",
  "\\check": "check",
  "\\breve": "breve",
  "\\mathring": "ring",
  "\\underline": "underline",
};

/** Fonts that make another symbol of a letter. */
const FONTS: Readonly<Record<string, string>> = {
  "\\mathbf": "bold",
  "\\bm": "bold",
  "\\boldsymbol": "bold",
  "\\pmb": "bold",
  "\\textbf": "bold",
  "\\symbf": "bold",
  "\\mathcal": "cal",
  "\\mathscr": "cal",
  "\\mathbb": "blackboard",
  "\\mathbbm": "blackboard",
  "\\mathds": "blackboard",
  "\\mathfrak": "fraktur",
};

/** Upright fonts: `\mathrm{TP}` is the same name as `TP`. */
const UPRIGHT =
  "mathrm mathsf mathtt mathit mathnormal operatorname operatorname* textrm textit textsf texttt textnormal symup";
const TEXT = "text mbox hbox textup";

/** Fences: command → canonical delimiter, and on which side it stands where that is known. */
export const DELIMITERS: Readonly<
  Record<string, { readonly name: string; readonly side: "open" | "close" | "both" }>
> = {
  "(": { name: "(", side: "open" },
  ")": { name: ")", side: "close" },
  "[": { name: "[", side: "open" },
  "]": { name: "]", side: "close" },
  "\\lbrack": { name: "[", side: "open" },
  "\\rbrack": { name: "]", side: "close" },
  "\\{": { name: "\\{", side: "open" },
  "\\}": { name: "\\}", side: "close" },
  "\\lbrace": { name: "\\{", side: "open" },
  "\\rbrace": { name: "\\}", side: "close" },
  "\\langle": { name: "\\langle", side: "open" },
  "\\rangle": { name: "\\rangle", side: "close" },
  "\\lfloor": { name: "\\lfloor", side: "open" },
  "\\rfloor": { name: "\\rfloor", side: "close" },
  "\\lceil": { name: "\\lceil", side: "open" },
  "\\rceil": { name: "\\rceil", side: "close" },
  "\\lvert": { name: "|", side: "open" },
  "\\rvert": { name: "|", side: "close" },
  "\\lVert": { name: "\\|", side: "open" },
  "\\rVert": { name: "\\|", side: "close" },
  "\\llbracket": { name: "\\llbracket", side: "open" },
  "\\rrbracket": { name: "\\rrbracket", side: "close" },
  "|": { name: "|", side: "both" },
  "\\vert": { name: "|", side: "both" },
  "\\|": { name: "\\|", side: "both" },
  "\\Vert": { name: "\\|", side: "both" },
};

/** The delimiter that closes each opening one. */
export const CLOSER: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "\\{": "\\}",
  "\\langle": "\\rangle",
  "\\lfloor": "\\rfloor",
  "\\lceil": "\\rceil",
  "\\llbracket": "\\rrbracket",
  "|": "|",
  "\\|": "\\|",
};

/** What a command is. */
export type Command =
  | { readonly kind: "letter" }
  | { readonly kind: "operator"; readonly name: string }
  | { readonly kind: "big"; readonly name: string }
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "space"; readonly width: number }
  | { readonly kind: "silent" }
  | { readonly kind: "swallowing" }
  | { readonly kind: "transparent"; readonly before: number }
  | { readonly kind: "accent"; readonly name: string }
  | { readonly kind: "font"; readonly name: string }
  /** Changes the font of all that follows in its group. */
  | { readonly kind: "switch"; readonly name: string }
  | { readonly kind: "upright" }
  | { readonly kind: "text" }
  | { readonly kind: "structure" };

/** Commands with a rule of their own in the layout. */
const STRUCTURE =
  "frac dfrac tfrac cfrac binom dbinom tbinom sqrt left right middle big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm begin end not underbrace overbrace color hspace mspace hskip kern substack pmod bmod mod over";

const COMMANDS = new Map<string, Command>();
const enter = (names: string, command: (name: string) => Command): void => {
  for (const name of names.split(" ")) COMMANDS.set(`\\${name}`, command(name));
};
enter(LETTERS, () => ({ kind: "letter" }));
enter(BIG, (name) => ({ kind: "big", name: `\\${name}` }));
enter(FUNCTIONS, (name) => ({ kind: "function", name }));
enter(SILENT, () => ({ kind: "silent" }));
enter(SWALLOWING, () => ({ kind: "swallowing" }));
enter(UPRIGHT, () => ({ kind: "upright" }));
enter(TEXT, () => ({ kind: "text" }));
enter(STRUCTURE, () => ({ kind: "structure" }));
for (const [command, name] of Object.entries({ "\\rm": "upright", "\\bf": "bold", "\\cal": "cal" }))
  COMMANDS.set(command, { kind: "switch", name });
for (const [command, name] of Object.entries(OPERATORS)) COMMANDS.set(command, { kind: "operator", name });
for (const [command, width] of Object.entries(SPACES)) COMMANDS.set(command, { kind: "space", width });
for (const [command, before] of Object.entries(TRANSPARENT))
  COMMANDS.set(command, { kind: "transparent", before });
for (const [command, name] of Object.entries(ACCENTS)) COMMANDS.set(command, { kind: "accent", name });
for (const [command, name] of Object.entries(FONTS)) COMMANDS.set(command, { kind: "font", name });

/** What `\name` is, or undefined for an unknown command. */
export function command(name: string): Command | undefined {
  return COMMANDS.get(name);
}

/** All known commands, for suggestions. */
export function commandNames(): string[] {
  return [...COMMANDS.keys(), ...Object.keys(DELIMITERS).filter((name) => name.startsWith("\\"))];
}
