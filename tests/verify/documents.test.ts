// Which formulas are found in documents, on which lines, with which macros.

import { describe, expect, it } from "vitest";
import {
  documentKindOf,
  documentKindOfText,
  formulasIn,
  type DocumentKind,
} from "../../src/verify/documents.js";

const raw = String.raw;

/** `line: latex` of each formula; inline ones in parentheses. */
function found(kind: DocumentKind, text: string, inline = false): string[] {
  return [...formulasIn(text, kind, { inline })].map(({ line, latex, display }) =>
    display ? `${line}: ${latex}` : `(${line}: ${latex})`,
  );
}

function preambles(kind: DocumentKind, text: string): string[] {
  return [...formulasIn(text, kind)].map(({ preamble }) => preamble);
}

describe("LaTeX", () => {
  const tex = (text: string, inline = false): string[] => found("tex", text, inline);

  it("displays with brackets, dollars and environments", () => {
    expect(
      tex(
        [
          raw`\documentclass{article}`,
          raw`\begin{document}`,
          raw`Text \[ a = 1 \] and $$b = 2$$.`,
          raw`\begin{equation}\label{eq:c}`,
          raw`  c = 3`,
          raw`\end{equation}`,
          raw`\begin{equation*} d = 4 \end{equation*}`,
          raw`\begin{displaymath}`,
          raw`e = 5`,
          raw`\end{displaymath}`,
          raw`\end{document}`,
          raw`\[ f = 6 \]`,
        ].join("\n"),
      ),
    ).toEqual(["3: a = 1", "3: b = 2", "5: c = 3", "7: d = 4", "9: e = 5"]);
  });

  it("finds inline formulas only when asked", () => {
    const text = raw`Let $x$ and \(y\) and \begin{math}z\end{math}, for \$5, $a$$b$.`;
    expect(tex(text)).toEqual([]);
    expect(tex(text, true)).toEqual(["(1: x)", "(1: y)", "(1: z)", "(1: a)", "(1: b)"]);
  });

  it("passes over comments, but not over an escaped percent sign", () => {
    expect(tex("% \\[ a = 1 \\]\n50\\% \\[ b = 2 \\]\n\\\\% \\[ c \\]\n\\[ d % \\]\n = 4 \\]")).toEqual([
      "2: b = 2",
      "4: d % \\]\n = 4",
    ]);
  });

  it.each([
    ["verbatim", raw`\begin{verbatim}` + "\n\\[ a \\]\n" + raw`\end{verbatim}`],
    ["listings", raw`\begin{lstlisting}[language=TeX]` + "\n$$ a $$\n" + raw`\end{lstlisting}`],
    ["minted", raw`\begin{minted}{tex}` + "\n$$ a $$\n" + raw`\end{minted}`],
    ["the comment environment", raw`\begin{comment}` + "\n$$ a $$\n" + raw`\end{comment}`],
    ["\\verb", raw`\verb|\[| and \verb*+$$+ and \lstinline!$$! and \lstinline{$$} and \mintinline{tex}{$$}`],
    ["\\iffalse", raw`\iffalse \[ a \] \ifx\x\y $$b$$ \fi \[ c \] \fi`],
    ["the definition of a macro", raw`\newcommand{\loss}{\[ L = 1 \]}\def\other#1{$$#1$$}`],
    ["a URL with a percent sign", raw`\url{https://x.org/a%20b} \href{a%b$$c}{x}`],
  ])("passes over %s", (_, text) => {
    expect(tex(`${text} \\[ z = 1 \\]`)).toEqual([`${text.split("\n").length}: z = 1`]);
  });

  it("reads what stands behind \\else of \\iffalse", () => {
    expect(tex(raw`\iffalse \[ a \] \else \[ b \] \fi`)).toEqual(["1: b"]);
  });

  it("takes rows with left sides of their own as formulas of their own", () => {
    const text = [
      raw`\begin{align}`,
      raw`  \text{Precision} &= \frac{TP}{TP + FP}, \label{p} \\`,
      raw`  \text{Recall} &= \frac{TP}{TP + FN} \nonumber \\[2pt]`,
      raw`  % a remark`,
      raw`  \text{Accuracy} &= \frac{TP + TN}{N}`,
      raw`     \\ &\le 1`,
      raw`\end{align}`,
    ];
    expect(tex(text.join("\n"))).toEqual([
      raw`2: \text{Precision} &= \frac{TP}{TP + FP}, \label{p}`,
      raw`3: \text{Recall} &= \frac{TP}{TP + FN} \nonumber`,
      "5: \\text{Accuracy} &= \\frac{TP + TN}{N}\n     \\\\ &\\le 1",
    ]);
    expect(tex(raw`\begin{gather*} a = 1 \\ b = 2 \end{gather*}`)).toEqual(["1: a = 1", "1: b = 2"]);
    expect(tex(raw`\begin{eqnarray} a &=& 1 \\ b &=& 2 \end{eqnarray}`)).toEqual([
      "1: a &=& 1",
      "1: b &=& 2",
    ]);
    expect(tex(raw`\begin{alignat}{2} a &= 1 & \quad b &= 2 \\ c &= 3 & d &= 4 \end{alignat}`)).toEqual([
      "1: a &= 1",
      raw`1: \quad b &= 2`,
      "1: c &= 3",
      "1: d &= 4",
    ]);
  });

  it.each([
    ["a row that starts with a relation", raw`L &= a + b \\ &= c`],
    ["a row that starts with an operator", raw`L &= a \\ &\quad + b = 3`],
    ["a row inside an open fence", raw`L &= f(a, \\ & b = 3)`],
    ["a row that ends with an operator", raw`L &= a + \\ b &= c`],
    ["a where-clause", raw`L &= a \\ \text{where } a &= 3`],
    ["a definition below", raw`y &= \sigma(z) \\ z &= w^T x + b`],
    ["a definition above", raw`P &= \frac{a}{b} \\ F &= 2 P`],
    ["a recurrent cell", raw`f_t &= \sigma(W x_t) \\ c_t &= f_t \odot c_{t-1} \\ h_t &= \tanh(c_t)`],
    ["a range of an index", raw`y_i &= 2 x_i \\ i &= 1, \dots, n`],
    ["cases", raw`f(x) = \begin{cases} a = 1 \\ b = 2 \end{cases}`],
    ["a condition in a column", raw`f(x) &= a & x &> 0 \\ &= b & x &\le 0`],
  ])("keeps %s with its formula", (_, rows) => {
    const text = raw`\begin{align}${rows}\end{align}`;
    expect(tex(text)).toEqual([`1: ${rows}`]);
  });

  it("keeps a multline together, whatever its rows are", () => {
    expect(tex(raw`\begin{multline} a = 1 \\ b = 2 \end{multline}`)).toEqual([raw`1: a = 1 \\ b = 2`]);
  });

  it("takes the rows of an environment that is all of a display", () => {
    const text =
      "\\begin{equation}\n\\begin{aligned}[t]\na &= 1 \\\\\nb &= 2\n\\end{aligned}\n\\end{equation}";
    expect(tex(text)).toEqual(["3: a &= 1", "4: b &= 2"]);
    expect(tex(raw`\[\begin{split} a &= 1 \\ &= 2 \end{split}\]`)).toEqual([
      raw`1: \begin{split} a &= 1 \\ &= 2 \end{split}`,
    ]);
    expect(
      tex(raw`\begin{subequations}\begin{align} a &= 1 \\ b &= 2 \end{align}\end{subequations}`),
    ).toEqual(["1: a &= 1", "1: b &= 2"]);
  });

  it("does not read what stands between rows", () => {
    expect(tex("\\begin{align}\na &= 1 \\\\\n\\intertext{and so}\nb &= 2\n\\end{align}")).toEqual([
      "2: a &= 1",
      "4: b &= 2",
    ]);
  });

  it("knows the macros that begin and end a display", () => {
    const text = raw`\def\be{\begin{equation}}\newcommand{\ee}{\end{equation}}` + "\n\\be\na = 1\n\\ee";
    expect(tex(text)).toEqual(["3: a = 1"]);
  });

  it("recovers at the end of a paragraph, at a heading and at the next display", () => {
    expect(tex("A price of 5$ is $$ odd.\n\n\\[ a = 1 \\]")).toEqual(["3: a = 1"]);
    expect(tex(raw`\[ a = \[ b = 1 \]`)).toEqual(["1: b = 1"]);
    expect(tex("\\begin{equation} a \n\\section{B}\n\\begin{equation} b = 1 \\end{equation}")).toEqual([
      "3: b = 1",
    ]);
    expect(tex(raw`5$ \begin{equation} a = 1 \end{equation}`)).toEqual(["1: a = 1"]);
    expect(tex(raw`\begin{equation} a`)).toEqual([]);
  });

  it("counts lines whatever ends them, and passes over a byte order mark", () => {
    expect(tex("\uFEFF\\[ a \\]\r\n\r\n\\[ b \r\n= 1\\]\r\n")).toEqual(["1: a", "3: b \n= 1"]);
  });

  it("finds nothing in nothing", () => {
    for (const text of ["", "\n", "$", "$$", "$$$$", "\\[\\]", "\\", "\\begin", "\\end{", "{", "%"])
      expect(tex(text, true), text).toEqual([]);
  });
});

describe("macros", () => {
  it("are those that the formula uses, and those that these use", () => {
    const text = [
      raw`\newcommand{\R}{\mathbb{R}}`,
      raw`\newcommand*\vect[1]{\mathbf{#1}}`,
      raw`\DeclareMathOperator*{\argmin}{arg\,min}`,
      raw`\def\inner#1#2{\vect{#1}^\top \vect{#2}}`,
      raw`% \newcommand{\no}{1}`,
      raw`\newcommand{\unused}{%`,
      raw`  7}`,
      raw`\[ \inner{a}{b} \]`,
      raw`\[ \argmin_x \no \]`,
    ].join("\n");
    expect(preambles("tex", text)).toEqual([
      raw`\newcommand{\vect}[1]{\mathbf{#1}}` + "\n" + raw`\def\inner#1#2{\vect{#1}^\top \vect{#2}}`,
      raw`\DeclareMathOperator*{\argmin}{arg\,min}`,
    ]);
  });

  it("are those in effect where the formula stands", () => {
    const text = raw`\[\a\]\newcommand{\a}{1}\[\a\]\renewcommand\a{2}\[\a\]\providecommand{\a}{3}\[\a\]`;
    const two = raw`\newcommand{\a}{2}`;
    expect(preambles("tex", text)).toEqual(["", raw`\newcommand{\a}{1}`, two, two]);
  });

  it("keep what \\let saved", () => {
    const text = raw`\def\a{1}\let\b\a\def\a{\b 2}\[\a\]`;
    expect(preambles("tex", text)).toEqual([
      raw`\def\a{1}` + "\n" + raw`\let\b=\a` + "\n" + raw`\def\a{\b 2}`,
    ]);
  });

  it("are read in other forms, or forgotten where the form is not read", () => {
    expect(preambles("tex", raw`\newcommand{\f}[2][x]{#1#2}\[\f\]`)).toEqual([
      raw`\newcommand{\f}[2][x]{#1#2}`,
    ]);
    expect(preambles("tex", raw`\NewDocumentCommand{\f}{m m}{#1#2}\[\f\]`)).toEqual([
      raw`\newcommand{\f}[2]{#1#2}`,
    ]);
    expect(preambles("tex", raw`\DeclarePairedDelimiter\norm{\lVert}{\rVert}\[\norm{x}\]`)).toEqual([
      raw`\newcommand{\norm}[1]{\left\lVert #1 \right\rVert}`,
    ]);
    expect(preambles("tex", raw`\def\f{1}\def\f#1.{#1}\[\f x.\]`)).toEqual([""]);
    expect(preambles("tex", raw`\newcommand{\f}{1 \[ \f \]`)).toEqual([""]);
  });

  it("of Markdown are also those of formulas before", () => {
    const text =
      "$$\\newcommand{\\R}{\\mathbb{R}}$$\n$\\def\\a{1}$ text\n$$ \\R \\a $$\n\n\\newcommand{\\b}{2}\n$$\\b$$";
    expect([...formulasIn(text, "md")].map(({ latex, line, preamble }) => [line, latex, preamble])).toEqual([
      [3, raw`\R \a`, raw`\newcommand{\R}{\mathbb{R}}` + "\n" + raw`\def\a{1}`],
      [6, raw`\b`, raw`\newcommand{\b}{2}`],
    ]);
  });
});

describe("Markdown", () => {
  const md = (text: string, inline = false): string[] => found("md", text, inline);

  it("displays between dollars, in fences, in brackets and in environments", () => {
    expect(
      md(
        [
          "# Title",
          "$$ a = 1 $$ and $$b = 2$$",
          "$$",
          "c = 3",
          "$$",
          "",
          "```math",
          "d = 4",
          "```",
          raw`\[ e = 5 \]`,
          "",
          raw`\\[ f = 6 \\]`,
          "",
          raw`\begin{align}`,
          raw`g &= 7 \\`,
          raw`h &= 8`,
          raw`\end{align}`,
          "",
          "$$",
          "",
          "i = 9",
          "",
          "$$",
        ].join("\n"),
      ),
    ).toEqual([
      "2: a = 1",
      "2: b = 2",
      "4: c = 3",
      "8: d = 4",
      "10: e = 5",
      "12: f = 6",
      "15: g &= 7",
      "16: h &= 8",
      "21: i = 9",
    ]);
  });

  it("displays in lists and quotes", () => {
    expect(md("- $$\n  a = 1\n  $$\n1. text\n\n    $$ b = 2 $$\n> > $$\n> > c\n> > = 3\n> > $$\n")).toEqual([
      "2: a = 1",
      "6: b = 2",
      "8: c\n= 3",
    ]);
    expect(md("> ```math\n> a\n> ```\n")).toEqual(["2: a"]);
    expect(md("- ```math\n  a\n  ```\n- $$b$$")).toEqual(["2: a", "4: b"]);
  });

  it("takes no code for formulas", () => {
    expect(
      md("`$$a$$` ``$$ ` b$$`` \\`$$c$$\\`\n\n```python\n$$d$$\n```\n~~~\n$$e$$\n```\n~~~\n$$f$$"),
    ).toEqual(["1: c", "10: f"]);
    expect(md("````md\n```math\na\n```\n````\n\n```\nunclosed $$a$$")).toEqual([]);
    expect(md("<pre>\n$$a$$\n</pre>\n<!-- $$b$$ --> <code>$$c$$</code> $$d$$ <!-- $$e$$")).toEqual([
      "4: d",
      "4: e",
    ]);
  });

  it("finds inline formulas by Markdown's rules", () => {
    expect(md("It costs $5 and $6, or US$7 to $8.", true)).toEqual([]);
    expect(md("Let $x$, $y_1$-th; $ z$ is none, \\$a\\$ neither.", true)).toEqual(["(1: x)", "(1: y_1)"]);
    expect(md("It costs $5, and $x$ is a number", true)).toEqual(["(1: 5, and $x)"]);
    expect(md("$`a`$ and $``b`c``$ and {math}`d`, `$e$`", true)).toEqual(["(1: a)", "(1: b`c)", "(1: d)"]);
    expect(md("$a\nb$ and $c\n\nd$", true)).toEqual(["(1: a\nb)"]);
    expect(md(raw`\(x\) and \\(y = 1\\), but \(see below\)`, true)).toEqual(["(1: x)", "(1: y = 1)"]);
  });

  it("takes escaped brackets for what they are", () => {
    expect(md(raw`See \[1\] and \[a = b\].`)).toEqual([]);
    expect(md("\\[1\\] Somebody.\n\\[note\\](x)")).toEqual([]);
  });

  it("reads the directives of MyST", () => {
    expect(md("```{math}\n:label: eq\n\na = 1\n\nb = 2\n```\n:::{math}\nc = 3\n:::\n")).toEqual([
      "4: a = 1",
      "6: b = 2",
      "9: c = 3",
    ]);
    expect(md("```{note}\n$$a$$\n```\n```{code-cell}\n$$b$$\n```\n:::{tip}\n$$c$$\n:::\n")).toEqual([
      "2: a",
      "8: c",
    ]);
  });

  it("recovers at the end of a paragraph", () => {
    expect(md("a $$ b\n\n$$ c = 1 $$")).toEqual(["3: c = 1"]);
    expect(md("a $$ b\n```\n$$ c $$\n```\n$$ d $$")).toEqual(["5: d"]);
    expect(md("\\begin{equation} a\n\n$$b$$")).toEqual(["3: b"]);
  });

  it("passes over the settings at the head of a file", () => {
    expect(md("---\ntitle: $$a$$\n---\n$$b$$")).toEqual(["4: b"]);
    expect(md("---\n$$b$$")).toEqual(["2: b"]);
  });
});

describe("reStructuredText", () => {
  it("reads the directive, also of several formulas, and the role", () => {
    const text = [
      "Title",
      "=====",
      "Inline :math:`x` and :math:`y = 1`.",
      "",
      ".. math:: a = 1",
      "",
      ".. math::",
      "   :label: eq",
      "",
      "   b = 2",
      "",
      "   c &= 3 \\\\",
      "   d &= 4",
      "",
      "Code::",
      "",
      "   .. math:: no",
      "",
      ".. code-block:: rst",
      "",
      "   .. math:: no",
      "",
      ".. a comment",
      "   .. math:: no",
      "",
      ".. note::",
      "",
      "   .. math::",
      "",
      "      e = 5",
    ].join("\n");
    const displays = ["5: a = 1", "10: b = 2", "12: c &= 3", "13: d &= 4", "30: e = 5"];
    expect(found("rst", text)).toEqual(displays);
    expect(found("rst", text, true)).toEqual(["(3: x)", "(3: y = 1)", ...displays]);
  });
});

describe("notebooks", () => {
  const notebook = {
    cells: [
      {
        cell_type: "markdown",
        metadata: {},
        source: ["# Title\n", "$$\\newcommand{\\a}{1}$$\n", "\n", "$$\n", "x = \\a\n", "$$"],
      },
      { cell_type: "code", source: ["'$$no$$'"], outputs: [{ data: { "text/markdown": ["$$no$$"] } }] },
      { cell_type: "markdown", source: 'first\n$$y = "2"$$\n$$z = \\a$$' },
      { cell_type: "raw", source: ["$$r$$"], metadata: {} },
    ],
    metadata: { kernelspec: { source: "$$no$$" } },
    nbformat: 4,
  };

  it("gives the line of the file, where the line of the cell stands", () => {
    const text = JSON.stringify(notebook, null, 1);
    const lines = text.split("\n");
    const lineOf = (part: string): number => lines.findIndex((line) => line.includes(part)) + 1;
    expect(found("ipynb", text)).toEqual([
      `${lineOf("x = ")}: x = \\a`,
      `${lineOf("first")}: y = "2"`,
      `${lineOf("first")}: z = \\a`,
      `${lineOf("$$r$$")}: r`,
    ]);
    expect(preambles("ipynb", text)).toEqual([raw`\newcommand{\a}{1}`, "", raw`\newcommand{\a}{1}`, ""]);
  });

  it("gives the one line of a file without lines", () => {
    expect(found("ipynb", JSON.stringify(notebook))).toEqual([
      "1: x = \\a",
      '1: y = "2"',
      "1: z = \\a",
      "1: r",
    ]);
  });

  it("finds a cell whose kind stands behind its source, and a string that does not end a line", () => {
    const text =
      '{"cells": [\n{"source": ["a $$\\n",\n"x",\n"",\n" = 1\\n",\n"$$ $$y$$"], "cell_type": "markdown"}]}';
    expect(found("ipynb", text)).toEqual(["3: x = 1", "6: y"]);
  });

  it("says what is wrong with a file that is none", () => {
    expect(() => found("ipynb", '{"cells": [')).toThrow(/Expected a notebook, which is JSON; /u);
    expect(() => found("ipynb", "[1]")).toThrow('Expected a notebook: JSON with its "cells".');
  });
});

describe("long documents", () => {
  // Ten times as long, ten times the work: what is quadratic does not end within the time of a test.
  const size = 2_000_000;
  it.each([
    "$",
    "$$ ",
    "$x ",
    "$5 $",
    "`",
    "` `` ",
    "`$",
    "\\[",
    "\\\\[\n",
    "\\(",
    "\\begin{equation}",
    "\\begin{equation}$$",
    "\\begin{verbatim}",
    "\\iffalse ",
    "\\newcommand{\\a}{",
    "\\newcommand{\\a}{1}$$\\a$$",
    "\\verb|",
    "{$",
    "$${",
    "<!--",
    "<pre>",
    "> ",
    "- ",
    "```\n",
    "~~~~~\n```math\n",
    "\\\\",
    "\n",
    " ",
    "&",
    "%",
    "$$a\\\\",
    ".. math::\n",
    "\\def\\be{\\begin{equation}}\\be ",
    ":math:`",
    "\\let\\a\\a$$\\a$$ ",
    "```{note}\n",
  ])("take time in proportion: %j again and again", (part) => {
    const text = part.repeat(size / part.length);
    for (const kind of ["tex", "md", "rst"] as const) {
      let count = 0;
      for (const { latex } of formulasIn(text, kind, { inline: true })) count += latex.length > 0 ? 1 : 0;
      expect(count).toBeLessThan(size);
    }
  });

  it("take time in proportion also as notebooks", () => {
    const source = ["$$a$$\n".repeat(1000), "x".repeat(size), "\\".repeat(size)];
    const text = JSON.stringify({
      cells: Array.from({ length: 2 }, () => ({ cell_type: "markdown", source })),
    });
    expect(found("ipynb", text)).toHaveLength(2000);
  });
});

describe("the kind of a document", () => {
  it("is told by its name", () => {
    expect(
      ["a.tex", "b.MD", "c.markdown", "d.ipynb", "e/f.rst", "g.txt", "h", ".md"].map(documentKindOf),
    ).toEqual(["tex", "md", "md", "ipynb", "rst", undefined, undefined, "md"]);
  });

  it("is told by its text where it has no name", () => {
    const kind = (text: string, inline = false) => documentKindOfText(text, inline);
    expect(kind(raw`\frac{2PR}{P+R}`)).toBeUndefined();
    expect(kind(raw`$x$`)).toBeUndefined();
    expect(kind(raw`\begin{aligned} a &= 1 \\[2pt] b &= 2 \end{aligned}`)).toBeUndefined();
    expect(kind(raw`a \text{ if $x$}`)).toBeUndefined();
    expect(kind(raw`a $x$`, true)).toBe("md");
    expect(kind("Text\n$$a$$")).toBe("md");
    expect(kind("Text\n\\[ a \\]")).toBe("md");
    expect(kind(raw`\begin{align} a \end{align}`)).toBe("md");
    expect(kind(raw`\section{A} \[ a \]`)).toBe("tex");
    expect(kind('{\n "cells": []}')).toBe("ipynb");
    expect(kind(".. math:: a")).toBe("rst");
  });
});
