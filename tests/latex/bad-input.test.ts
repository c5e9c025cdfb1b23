// Whatever is typed is read or refused with the place underlined: at once, and never with a crash.

import { describe, expect, it } from "vitest";
import { LatexError } from "../../src/latex/errors.js";
import { printStatement } from "../../src/latex/print.js";
import { readStatement } from "../../src/latex/read-statement.js";
import { DeclarationError, matrix, real, vector, type SymbolDeclarations } from "../../src/latex/symbols.js";
import { cpuTime, latexErrorOf, thrownBy, underlined, SOON } from "./errors.js";

const symbols: SymbolDeclarations = {
  x: real("a number"),
  z: vector("K", "a vector"),
  A: matrix("n", "n", "a matrix"),
  eta: real("the step"),
  yHat: real("the prediction", { latex: "\\hat{y}" }),
};

const refuse = (latex: string, declared: SymbolDeclarations = symbols): LatexError =>
  latexErrorOf(() => readStatement(latex, declared));

describe("an error says what is wrong and underlines the place:", () => {
  it.each([
    ["an undeclared symbol", "x + q", "undeclared", "q"],
    ["an undeclared symbol with a script", "x + q_1", "undeclared", "q_1"],
    ["an undeclared word", String.raw`x \, softmux(z)`, "undeclared", "softmux"],
    ["an unclosed brace", String.raw`\frac{1}{1 + e^{-x}`, "unclosed", "{"],
    ["an unclosed parenthesis", "2 (x + 1", "unclosed", "("],
    ["an unclosed bar", "|x + 1", "unclosed", "|"],
    ["an unclosed environment", String.raw`\begin{cases} x & x > 0`, "unclosed", String.raw`\begin`],
    ["a brace that closes nothing", "x + 1}", "unexpected", "}"],
    ["a parenthesis that closes nothing", "x + 1)", "unexpected", ")"],
    ["a mismatch of fences", "2 (x + 1] + 3", "unclosed", "(x + 1]"],
    ["an interval where none is due", "(0, 1]", "unclosed", "(0, 1]"],
    ["an unknown command", String.raw`\fraq{1}{x}`, "unknown-command", String.raw`\fraq`],
    [
      "an unknown environment",
      String.raw`\begin{casses} x \end{casses}`,
      "unknown-command",
      String.raw`\begin`,
    ],
    ["a lone relation", "=", "missing", "="],
    ["a relation with nothing behind it", "f(x) = ", "missing", "="],
    ["an operator with nothing behind it", "x +", "missing", "+"],
    ["two operators", "x + * 2", "unexpected", "*"],
    ["two signs", "x + - 2", "unexpected", "-"],
    ["a script on nothing", "^2", "unexpected", "^"],
    ["two superscripts", "x^2^3", "unexpected", "^"],
    ["a parenthesis as all of a script", "x_(1)", "unexpected", "("],
    ["a parenthesis as all of a radicand", String.raw`\sqrt(x)`, "unexpected", "("],
    ["a separator in a group", "x^{1 & 2}", "unexpected", "&"],
    ["a fraction without a denominator", String.raw`\frac{x}`, "missing", String.raw`\frac`],
    ["a function without an argument", String.raw`\log + 1`, "missing", "+"],
    ["an index out of a fixed range", "v_4", "index", "4"],
    ["an index of zero", "z_0", "index", "0"],
    ["an index on a number", "x_1", "index", "x_1"],
    ["too many indices", "z_{1,2}", "index", "z_{1,2}"],
    ["matrices that do not meet", "QK", "shape", "QK"],
    ["sizes that clash in a sum", "z + v", "shape", "z + v"],
    ["two columns side by side", "z z", "shape", "z z"],
    ["an index that is bound twice", String.raw`\sum_{i=1}^2 \sum_{i=1}^3 z_i`, "redefined", "i"],
    ["an index without a range", String.raw`\sum_i x`, "range", "i"],
    ["a character that has no meaning", "x ¤ 2", "unexpected", "¤"],
    ["a formula within dollars within a formula", "x $ 2", "unexpected", "$"],
    ["a definition of itself", String.raw`L = a \\ a = a + 1`, "redefined", "a"],
  ] as const)("%s", (_, latex, code, place) => {
    const error = refuse(latex, {
      ...symbols,
      v: vector(3),
      Q: matrix("n", "d"),
      K: matrix("m", "d"),
    });
    expect(error.code).toBe(code);
    expect(underlined(error)).toBe(place);
    expect(latex.slice(error.start, error.end)).toBe(place);
    expect(error.message.startsWith(error.reason)).toBe(true);
  });

  it("the place is right in the middle of a long formula of several lines", () => {
    const latex = `${"x + ".repeat(60)}\n${"x + ".repeat(60)}qq + ${"x + ".repeat(60)}\nx`;
    const error = refuse(latex);
    expect(error.start).toBe(481);
    expect(underlined(error)).toBe("q");
    expect(Math.max(...error.message.split("\n").map((line) => line.length))).toBeLessThan(120);
  });

  it("the nearest declared symbol is suggested, whatever its spelling", () => {
    expect(refuse("logit + x", { logits: real(), x: real() }).reason).toContain("Did you mean logits?");
    expect(refuse(String.raw`\tilde{y}`, symbols).reason).toContain(String.raw`\hat{y}`);
    expect(
      refuse(String.raw`\beta`, { x: real(), beta_1: real("", { latex: "\\beta_1" }) }).reason,
    ).toContain(String.raw`\beta_1`);
    expect(refuse("X", { x: real() }).reason).toBe("X is not declared. Did you mean x?");
    expect(refuse(String.raw`\frak{x}`, symbols).reason).toContain(String.raw`Did you mean \frac?`);
  });

  it("sizes that clash are named", () => {
    const error = refuse("QK", { Q: matrix("n", "d"), K: matrix("m", "d") });
    expect(error.reason).toBe("Sizes clash in a product: a matrix n × d times a matrix m × d; d is not m.");
  });

  it.each(["", "   ", "\n\t", "% a comment", "{}", "$$", String.raw`\quad`])(
    "an empty formula is refused: %j",
    (latex) => {
      const error = refuse(latex);
      expect(error.code).toBe("empty");
      expect(error.reason).toBe("Expected a formula; this is empty.");
    },
  );
});

describe("symbols are called what they are called:", () => {
  it("one named constructor is a symbol like any other", () => {
    const declared = JSON.parse('{"constructor": 0, "toString": 0}') as object;
    const named = Object.fromEntries(Object.keys(declared).map((key) => [key, real()]));
    const statement = readStatement("constructor + toString", named);
    expect(statement.members[0]).toMatchObject({ kind: "add", terms: [{}, {}] });
    expect(refuse("hasOwnProperty", named).code).toBe("undeclared");
    expect(refuse("constructor").code).toBe("undeclared");
  });

  it("one named __proto__ is, once it says how it is written", () => {
    const named = Object.defineProperty({}, "__proto__", {
      value: real("", { latex: "p" }),
      enumerable: true,
    }) as SymbolDeclarations;
    expect(readStatement("p + 1", named).members[0]).toMatchObject({
      terms: [{ value: { kind: "symbol", name: "__proto__" } }, {}],
    });
    const bare = JSON.parse('{"__proto__": {"kind": "real"}}') as SymbolDeclarations;
    const error = thrownBy(() => readStatement("x", bare));
    expect(error).toBeInstanceOf(DeclarationError);
    expect(error.message).toContain('"__proto__"');
  });

  it.each(["", "2", "x + y", String.raw`\frac{a}{b}`, "{", "x^", "q".repeat(101), "q".repeat(200_000)])(
    "a symbol cannot be written %.20j",
    (latex) => {
      const error = thrownBy(() => readStatement("x", { x: real("", { latex }) }));
      expect(error).toBeInstanceOf(DeclarationError);
      expect(error.message.length).toBeLessThan(300);
    },
  );

  it("two symbols cannot be written alike", () => {
    const error = thrownBy(() => readStatement("x", { x: real(), other: real("", { latex: "{x}" }) }));
    expect(error).toBeInstanceOf(DeclarationError);
    expect(error.message).toBe('Two symbols are written {x}: "other" is the second.');
  });
});

const nested = (open: string, inner: string, close: string, times: number): string =>
  open.repeat(times) + inner + close.repeat(times);
const filled = (piece: string, length = 99_900): string => piece.repeat(Math.floor(length / piece.length));
const lines = (count: number, line: (k: number) => string): string =>
  Array.from({ length: count }, (_, k) => line(k)).join(" \\\\ ");

describe("nesting has a limit, not the stack:", () => {
  it.each([
    ["braces", nested("{", "x", "}", 10_000)],
    ["parentheses", nested("(", "x", ")", 10_000)],
    ["\\left( … \\right)", nested("\\left(", "x", "\\right)", 6000)],
    ["roots", nested("\\sqrt{", "x", "}", 10_000)],
    ["roots without braces", `${"\\sqrt".repeat(10_000)} x`],
    ["fractions", nested("\\frac{1}{", "x", "}", 9000)],
    ["fractions without braces", filled("\\frac")],
    ["\\over", nested("{x \\over ", "x", "}", 8000)],
    ["\\over after \\over", filled("x\\over ")],
    ["superscripts", nested("x^{", "x", "}", 10_000)],
    ["subscripts", nested("z_{", "1", "}", 10_000)],
    ["indices in brackets", nested("z[", "1", "]", 10_000)],
    ["accents", nested("\\hat{", "x", "}", 10_000)],
    ["accents without braces", `${"\\hat".repeat(10_000)} x`],
    ["fonts", nested("\\mathbf{", "x", "}", 10_000)],
    ["boxes", `${"\\boxed".repeat(10_000)} x`],
    ["functions without parentheses", `${filled("\\sin")} x`],
    ["functions with parentheses", nested("\\sin(", "x", ")", 10_000)],
    ["bars", `${filled("|x+", 3000)}x${filled("|", 1000)}`],
    ["bars and nothing else", filled("|")],
    ["double bars", filled("||x+")],
    ["floors", nested("\\lfloor ", "x", "\\rfloor ", 5000)],
    ["cases", nested("\\begin{cases}", "x", "\\end{cases}", 3000)],
    ["aligned lines", nested("\\begin{aligned}", "x", "\\end{aligned}", 2500)],
    ["texts in formulas in texts", nested("\\text{$", "x", "$}", 10_000)],
    ["negations", `\\begin{cases} x & ${filled("\\neg ", 90_000)} x > 0 \\end{cases}`],
    ["sums", Array.from({ length: 5000 }, (_, k) => `\\sum_{i_{${k}}=1}^3 `).join("") + "x"],
    ["definitions", `q = d_0 \\\\ ${lines(3000, (k) => `d_{${k}} = d_{${k + 1}} + x`)}`],
  ])("%s", (_, latex) => {
    let error: Error | undefined;
    const time = cpuTime(() => {
      error = thrownBy(() => readStatement(latex, symbols));
    });
    expect(error).toBeInstanceOf(LatexError);
    expect(time).toBeLessThan(SOON);
  });

  it("definitions on definitions count with all that they stand for", () => {
    const deep = (name: string, inner: string): string => `${name} = ${nested("\\sqrt{", inner, "}", 150)}`;
    const error = refuse([`u + v + w`, deep("u", "x"), deep("v", "u"), deep("w", "v")].join(" \\\\ "));
    expect(error.code).toBe("too-deep");
    expect(refuse(lines(40, (k) => `d_{${k}} = d_{${k + 1}} + d_{${k + 1}}`) + " \\\\ d_{40} = x").code).toBe(
      "too-large",
    );
  });

  it.each([
    ["150 roots", nested("\\sqrt{", "x", "}", 150)],
    ["150 parentheses", nested("(", "x", ")", 150)],
    ["150 functions without parentheses", `${"\\sin".repeat(150)} x`],
    ["60 sums", Array.from({ length: 60 }, (_, k) => `\\sum_{i_{${k}}=1}^3 `).join("") + "x"],
  ])("%s are read, and printed", (_, latex) => {
    const printed = printStatement(readStatement(latex, symbols));
    expect(printStatement(readStatement(printed, symbols))).toBe(printed);
  });
});

describe("macros expand under a limit:", () => {
  it.each([
    ["one that calls itself", "\\def\\a{\\a}\\a"],
    ["one that calls itself twice", "\\def\\a{\\a\\a}\\a"],
    ["two that call each other", "\\def\\a{\\b}\\def\\b{\\a}\\a"],
    ["one that doubles its argument", "\\def\\a#1{\\a{#1#1}}\\a{x}"],
    ["one that prints and doubles its argument", "\\newcommand{\\a}[1]{#1\\a{#1#1}}\\a{x}"],
    [
      "a tower of 10⁸ tokens",
      Array.from({ length: 8 }, (_, k) =>
        k === 0
          ? "\\def\\ab{xxxxxxxxxx}"
          : `\\def\\a${"b".repeat(k + 1)}{${`\\a${"b".repeat(k)}`.repeat(10)}}`,
      ).join("") + `\\a${"b".repeat(8)}`,
    ],
    [
      "a long default for an argument",
      `\\newcommand{\\a}[1][${filled("x", 50_000)}]{#1}${filled("\\a", 40_000)}`,
    ],
  ])("%s", (_, latex) => {
    let error: LatexError | undefined;
    const time = cpuTime(() => {
      error = refuse(latex);
    });
    expect(error!.code).toBe("too-many-tokens");
    expect(underlined(error!)).toMatch(/^\\a/u);
    expect(time).toBeLessThan(SOON);
  });

  it.each([
    ["a \\def that never closes", filled("\\def\\a{"), "unclosed"],
    ["a \\def at the end", "x \\def", "missing"],
    ["a \\newcommand for a letter", "\\newcommand{x}{y} x", "missing"],
    ["a parameter out of order", "\\def\\a#2{x}", "missing"],
    ["a parameter that there is not", "\\newcommand{\\a}[1]{#2}\\a x", "missing"],
    ["a # in a formula", "x # 2", "unexpected"],
  ])("%s", (_, latex, code) => {
    expect(refuse(latex).code).toBe(code);
  });
});

describe("100 kB are read or refused in less than a second, and printed as fast:", () => {
  it.each([
    ["a sum", `x${filled("+x")}`],
    ["a sum of negative terms", `x${filled("-x")}`],
    ["a product", filled("x ")],
    ["a product with dots", `x${filled("\\cdot x")}`],
    ["a product of parentheses", filled("(x)")],
    ["a product of powers", filled("x^2")],
    ["a product of fractions", filled("\\frac{x}{x}")],
    ["a product of bars", filled("|x|")],
    ["a sum of bars", `x${filled("+|x|")}`],
    ["a sum of norms", `x${filled("+||z||_2")}`],
    ["a sum of entries", `x${filled("+z_1")}`],
    ["a sum of sums", `x${filled("+\\sum_{i=1}^3 z_i")}`],
    ["a sum of sums without bounds", `x${filled("+\\sum_j z_j")}`],
    ["a sum of sums that name no index", `x${filled("+\\sum_1^3 z_i")}`],
    ["a sum of maxima", `x${filled("+\\max_i z_i")}`],
    ["a sum of indicators", `x${filled("+1(x>0)")}`],
    ["a number", filled("7")],
    ["a decimal", `0.${filled("7")}`],
    ["a chain", `x${filled("=x")}`],
    ["a chain of left sides", `${filled("f=")}x`],
    ["an argument list", `\\max(x${filled(",x")})`],
    ["a stack", `[x${filled(";x")}]`],
    ["cases", `\\begin{cases}${filled("x & x > 0 \\\\ ", 99_000)}\\end{cases}`],
    ["a matrix", `\\begin{matrix}${filled("x & ", 99_000)} x \\end{matrix}`],
    ["a column", `\\begin{matrix}${filled("x \\\\ ", 99_000)} x \\end{matrix}`],
    ["lines of definitions", lines(4000, (k) => `y_{${k}} = x`)],
    ["spaces", `${filled(" ")}x`],
    ["thin spaces", `${filled("\\,")}x`],
    ["comments", `${filled("%\n")}x`],
    ["dollars around a formula", nested("$", "x", "$", 49_000)],
  ])("%s is read", (_, latex) => {
    expect(latex.length).toBeGreaterThan(60_000);
    const time = cpuTime(() => printStatement(readStatement(latex, symbols)));
    expect(time).toBeLessThan(SOON);
  });

  it.each([
    ["letters", filled("abcdefgh"), "undeclared"],
    ["one letter again and again", filled("q"), "undeclared"],
    ["Greek letters", filled("α"), "undeclared"],
    ["a word", `\\mathrm{${filled("q")}}`, "undeclared"],
    ["words", `\\text{${filled("q ")}}`, "undeclared"],
    ["a command", `\\${filled("q")}`, "unknown-command"],
    ["commands", filled("\\qq"), "unknown-command"],
    ["opening parentheses", filled("("), "too-deep"],
    ["minus signs", `${filled("-")}x`, "unexpected"],
    ["factorials", `x${filled("!")}`, "unexpected"],
    ["primes on a matrix", `A${filled("'")}`, "unexpected"],
    ["superscripts", filled("x^"), "unexpected"],
    ["indices", `z_{1${filled(",1")}}`, "index"],
    ["quotients", `x${filled("/x")}`, "too-deep"],
    ["matrices", filled("A"), "too-deep"],
    ["bars", filled("|"), "too-deep"],
    ["dollars", filled("$"), "empty"],
    ["arguments of a maximum", filled("\\arg"), "undeclared"],
    ["words behind the formula", `x${filled(" for y")}`, "unexpected"],
    ["more than 100 kB", "x+".repeat(50_001), "too-long"],
    ["10 MB", "x+".repeat(5_000_000), "too-long"],
  ] as const)("%s are refused", (_, latex, code) => {
    let error: LatexError | undefined;
    const time = cpuTime(() => {
      error = refuse(latex);
    });
    expect(error!.code).toBe(code);
    expect(error!.message.length).toBeLessThan(600);
    expect(time).toBeLessThan(SOON);
  });
});
