// Random expressions of every kind that the reader knows, over declared symbols: well-shaped, as the reader builds them.

import fc from "fast-check";
import { Builder, wholeNumber } from "../../src/latex/build.js";
import type { Binder, BuiltinName, Expression, Relation } from "../../src/latex/expression.js";
import { numeral, Reading, Shared } from "../../src/latex/reading.js";
import { SCALAR, sizeOf, TRUTH, type Shape } from "../../src/latex/shapes.js";
import {
  functionSymbol,
  integer,
  matrix,
  real,
  vector,
  type SymbolDeclarations,
} from "../../src/latex/symbols.js";

const column = (size: string): Shape => ({ kind: "vector", size: sizeOf(size), row: false });

/** Letters, commands, accents, scripts, words, fonts: all ways in which a name may be written. */
export const symbols = {
  x: real(),
  y: real(),
  alpha: real(),
  yHat: real("", { latex: "\\hat{y}" }),
  d_k: integer(),
  TP: integer(),
  xBold: real("", { latex: "\\mathbf{x}" }),
  loss: real("", { latex: "\\mathcal{L}_{\\text{reg}}" }),
  z: vector("K"),
  w: vector("K"),
  muHat: vector("K", "", { latex: "\\hat{\\boldsymbol{\\mu}}" }),
  A: matrix("K", "M"),
  B: matrix("M", "K"),
  C: matrix("K", "K"),
  f: functionSymbol({
    name: "f",
    latex: "f",
    parameters: [{ name: "x", shape: SCALAR }],
    result: SCALAR,
    body: undefined,
  }),
  g: functionSymbol({
    name: "g",
    latex: "\\operatorname{gap}",
    parameters: [
      { name: "x", shape: SCALAR },
      { name: "y", shape: SCALAR },
    ],
    result: SCALAR,
    body: undefined,
  }),
  softmax: functionSymbol({
    name: "softmax",
    latex: "\\mathrm{softmax}",
    parameters: [{ name: "z", shape: column("n") }],
    result: column("n"),
    body: undefined,
  }),
} satisfies SymbolDeclarations;

const SPAN = { start: 0, end: 0 };
const LETTERS = ["i", "j", "k", "l", "t", "\\tau", "\\mathbf{n}"];
const ENTRYWISE: readonly BuiltinName[] = [
  ...(["exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh"] as const),
  ...(["erf", "erfc", "normalCdf", "sign", "floor", "ceil", "sqrt"] as const),
];
const RELATIONS: readonly Relation[] = ["=", "\\ne", "<", ">", "\\le", "\\ge"];

/** The kinds of values that are made: a number, a column or a row of K, a matrix K × K. */
type Kind = "scalar" | "column" | "row" | "matrix";

class Maker {
  private readonly build = new Builder(new Reading("", () => undefined, new Shared()));
  private nextId = 1;

  constructor(private readonly value: fc.GeneratorValue) {}

  private below(most: number): number {
    return this.value(fc.nat, { max: most - 1 });
  }

  private pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  private several<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, make);
  }

  private symbol(name: Exclude<keyof typeof symbols, "f" | "g" | "softmax">): Expression {
    const declaration = symbols[name];
    const shape: Shape =
      declaration.kind === "vector"
        ? column("K")
        : declaration.kind === "matrix"
          ? { kind: "matrix", rows: sizeOf(declaration.rows), columns: sizeOf(declaration.columns) }
          : SCALAR;
    const latex = declaration.latex ?? (name === "alpha" ? "\\alpha" : name === "d_k" ? "d_{k}" : name);
    return { kind: "symbol", name, latex, span: SPAN, shape };
  }

  private call(name: "f" | "g" | "softmax", ...parts: Expression[]): Expression {
    return this.build.call(symbols[name].callee, parts, SPAN);
  }

  private leaf(kind: Kind, bound: readonly Binder[]): Expression {
    switch (kind) {
      case "scalar": {
        const binder = bound.length > 0 ? this.pick(bound) : undefined;
        const index: Expression | undefined = binder && {
          kind: "bound",
          id: binder.id,
          latex: binder.latex,
          span: SPAN,
          shape: SCALAR,
        };
        const number = (): Expression => {
          const decimals = this.pick([0, 0, 1, 3]);
          return { kind: "number", digits: BigInt(this.below(2000)), decimals, span: SPAN, shape: SCALAR };
        };
        const constant = (): Expression => ({
          kind: "constant",
          name: this.pick(["e", "pi"] as const),
          span: SPAN,
          shape: SCALAR,
        });
        return this.pick([
          number,
          constant,
          () => this.symbol(this.pick(["x", "y", "alpha", "yHat", "d_k", "TP", "xBold", "loss"] as const)),
          () =>
            this.build.index(
              this.symbol(this.pick(["z", "w", "muHat"] as const)),
              [index ?? numeral(2, SPAN)],
              SPAN,
            ),
          () => this.build.index(this.symbol("A"), [index ?? numeral(1, SPAN), numeral(3, SPAN)], SPAN),
          () => index ?? number(),
        ])();
      }
      case "column":
        return this.symbol(this.pick(["z", "w", "muHat"] as const));
      case "row":
        return this.build.transpose(this.leaf("column", bound), SPAN);
      case "matrix":
        return this.symbol("C");
    }
  }

  make(kind: Kind, depth: number, bound: readonly Binder[] = []): Expression {
    if (depth <= 0) return this.leaf(kind, bound);
    const inner = (other: Kind = kind): Expression => this.make(other, depth - 1 - this.below(2), bound);
    const shared: (() => Expression)[] = [
      () => this.leaf(kind, bound),
      () =>
        this.build.add(
          this.several(2, 3, () => ({ sign: this.pick([1, -1] as const), value: inner() })),
          SPAN,
        ),
      () => this.build.add([{ sign: -1, value: inner() }], SPAN),
      () => this.build.divide(inner(), inner("scalar"), SPAN),
      () => this.cases(inner, depth, bound),
      () => this.big("sum", kind, depth, bound),
      () => this.build.apply(this.pick(ENTRYWISE), [inner()], SPAN),
      () => this.call("f", inner()),
    ];
    const own: Readonly<Record<Kind, (() => Expression)[]>> = {
      scalar: [
        () => this.build.scale(this.several(2, 4, () => inner())),
        () => this.build.multiply(inner("row"), inner("column"), ""),
        () => this.build.multiply(inner("column"), inner("column"), "\\cdot"),
        () => this.build.power(inner(), inner(), SPAN),
        () => this.build.power({ kind: "constant", name: "e", span: SPAN, shape: SCALAR }, inner(), SPAN),
        () => this.build.apply("log", [inner(), inner()], SPAN),
        () => this.build.apply("sqrt", [inner(), inner()], SPAN),
        () => this.build.apply("factorial", [inner()], SPAN),
        () => this.build.apply("binomial", [inner(), inner()], SPAN),
        () =>
          this.build.apply(
            this.pick(["max", "min"] as const),
            this.several(1, 3, () => inner()),
            SPAN,
          ),
        () => this.build.apply(this.pick(["max", "min"] as const), [inner("column")], SPAN),
        () => this.call("g", inner(), inner()),
        () => this.build.index(inner("column"), [this.subscript(inner)], SPAN),
        () => this.build.index(inner("matrix"), [this.subscript(inner), this.subscript(inner)], SPAN),
        () =>
          this.big(this.pick(["product", "max", "min", "argmax", "argmin"] as const), "scalar", depth, bound),
        () => this.build.size(inner(), false, undefined, SPAN),
        () => this.build.size(inner("column"), true, undefined, SPAN),
        () => this.build.size(inner("column"), true, inner(), SPAN),
        () => this.build.size(inner("matrix"), true, "frobenius", SPAN),
        () =>
          this.build.size(
            this.build.stack(
              [inner("column"), ...this.several(1, 2, () => inner(this.pick(["scalar", "column"] as const)))],
              SPAN,
            ),
            true,
            undefined,
            SPAN,
          ),
        () => this.build.size(this.grid(inner), true, undefined, SPAN),
        () => this.build.index(this.grid(inner), [numeral(1, SPAN), numeral(2, SPAN)], SPAN),
        () => ({ kind: "indicator", condition: this.condition(depth - 1, bound), span: SPAN, shape: SCALAR }),
      ],
      column: [
        () => this.build.multiply(inner("scalar"), inner(), ""),
        () => this.build.multiply(inner(), inner("scalar"), ""),
        () => this.build.multiply(inner("matrix"), inner(), ""),
        () => this.build.multiply(inner(), inner(), "\\odot"),
        () => this.build.multiply(this.symbol("A"), this.build.multiply(this.symbol("B"), inner(), ""), ""),
        () => this.build.transpose(inner("row"), SPAN),
        () => this.build.index(inner("matrix"), [this.subscript(inner)], SPAN),
        () => this.call("softmax", inner()),
        () => this.build.power({ kind: "constant", name: "e", span: SPAN, shape: SCALAR }, inner(), SPAN),
      ],
      row: [
        () => this.build.multiply(inner("scalar"), inner(), ""),
        () => this.build.multiply(inner(), inner("matrix"), ""),
        () => this.build.multiply(inner(), inner(), "\\odot"),
        () => this.build.transpose(inner("column"), SPAN),
      ],
      matrix: [
        () => this.build.multiply(inner("scalar"), inner(), ""),
        () => this.build.multiply(inner(), inner(), ""),
        () => this.build.multiply(inner("column"), inner("row"), ""),
        () => this.build.multiply(inner(), inner(), "\\odot"),
        () => this.build.multiply(this.symbol("A"), this.symbol("B"), ""),
        () => this.build.transpose(inner(), SPAN),
        () => this.call("softmax", inner()),
      ],
    };
    return this.pick([...own[kind], ...shared])();
  }

  /** An index: any number, but none that is out of range by itself. */
  private subscript(inner: (kind: Kind) => Expression): Expression {
    const index = inner("scalar");
    return (wholeNumber(index) ?? 1) < 1 ? numeral(1, SPAN) : index;
  }

  private grid(inner: (kind: Kind) => Expression): Expression {
    const count = 2 + this.below(2);
    const rows = this.several(2, 3, () => Array.from({ length: count }, () => inner("scalar")));
    return {
      kind: "grid",
      rows,
      span: SPAN,
      shape: { kind: "matrix", rows: sizeOf(rows.length), columns: sizeOf(count) },
    };
  }

  private cases(inner: () => Expression, depth: number, bound: readonly Binder[]): Expression {
    const count = 1 + this.below(3);
    const branches = Array.from({ length: count }, (_, k) => ({
      value: inner(),
      condition: k === count - 1 && this.below(2) === 0 ? undefined : this.condition(depth - 1, bound),
    }));
    return { kind: "cases", branches, span: SPAN, shape: branches[0]!.value.shape };
  }

  private condition(depth: number, bound: readonly Binder[]): Expression {
    const inner = (): Expression => this.condition(depth - 1, bound);
    const logic = (operator: "and" | "or" | "not", operands: readonly Expression[]): Expression => ({
      kind: "logic",
      operator,
      operands,
      span: SPAN,
      shape: TRUTH,
    });
    const choice = depth > 0 ? this.below(5) : 0;
    if (choice === 1) return logic("not", [inner()]);
    if (choice === 2) return logic("and", this.several(2, 3, inner));
    if (choice === 3) return logic("or", this.several(2, 3, inner));
    const operands = this.several(2, 3, () => this.make("scalar", depth - 1, bound));
    const relations = operands.slice(1).map(() => this.pick(RELATIONS));
    return { kind: "compare", operands, relations, span: SPAN, shape: TRUTH };
  }

  private big(
    operator: "sum" | "product" | "max" | "min" | "argmax" | "argmin",
    kind: Kind,
    depth: number,
    bound: readonly Binder[],
  ): Expression {
    const letters = LETTERS.filter((letter) => bound.every((binder) => binder.latex !== letter));
    if (letters.length < 2) return this.leaf(kind, bound);
    const first = this.below(letters.length);
    const count = 1 + this.below(2);
    const binders = Array.from({ length: count }, (_, k): Binder => ({
      id: this.nextId++,
      latex: letters[(first + k) % letters.length]!,
      from: this.make("scalar", depth - 2, bound),
      to: this.make("scalar", depth - 2, bound),
    }));
    const inside = [...bound, ...binders];
    const conditions = this.several(0, 1, () => this.condition(depth - 2, inside));
    const body = this.make(kind, depth - 1, inside);
    return { kind: "big", operator, binders, conditions, body, span: SPAN, shape: body.shape };
  }
}

/** An expression that a formula over `symbols` may have as its value. */
export const anyExpression: fc.Arbitrary<Expression> = fc.gen().map((value) => {
  const maker = new Maker(value);
  const kind = (["scalar", "scalar", "column", "row", "matrix"] as const)[value(fc.nat, { max: 4 })]!;
  return maker.make(kind, value(fc.integer, { min: 1, max: 5 }));
});
