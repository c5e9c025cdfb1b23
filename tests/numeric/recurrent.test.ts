import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import * as exact from "../../src/exact/index.js";
import type { FiniteBall } from "../../src/exact/index.js";
import {
  gruCell,
  lstmCell,
  matrix,
  rnnCell,
  rnnDecoder,
  rnnEncoder,
  ShapeError,
  type Cell,
  type Gate,
  type LstmState,
} from "../../src/index.js";
import { tail } from "../../src/numeric/elementary/error-free.js";
import { errorInUlps } from "../../src/verify/ulps.js";
import { gatedHead } from "../../src/numeric/recurrent/gated.js";
import { errorInScale, trueGru, trueLstm, trueRnn, type PlainGate, type Scaled } from "./recurrent-truth.js";

/** As scripts/recurrent-fixtures.py writes it: weights as the two libraries store them, and what they compute. */
interface Fixture {
  torch: {
    cell: "LSTMCell" | "GRUCell" | "RNNCell";
    weight_ih: number[][];
    weight_hh: number[][];
    bias_ih?: number[];
    bias_hh?: number[];
    x: number[][];
    h: number[];
    c?: number[];
    /** Of each step h, or h and c. */
    states: number[][][];
  }[];
  onnx: {
    name: string;
    op: "LSTM" | "GRU" | "RNN";
    precision: "single" | "double";
    linear_before_reset: 0 | 1;
    W: number[][];
    R: number[][];
    B?: number[];
    X: number[][];
    initial_h?: number[];
    initial_c?: number[];
    Y?: number[][];
    Y_h?: number[];
    Y_c?: number[];
  }[];
}

const fixture = JSON.parse(
  readFileSync(new URL("../fixtures/numeric/recurrent.json", import.meta.url), "utf8"),
) as Fixture;

const sum = (a: readonly number[], b: readonly number[]): number[] => a.map((each, i) => each + b[i]!);
const zeros = (n: number): number[] => new Array<number>(n).fill(0);

/** Gate k of stacked weights of m units. */
function gateAt(k: number, m: number, W: number[][], U: number[][], b: number[]): PlainGate {
  const part = <T>(all: T[]): T[] => all.slice(k * m, (k + 1) * m);
  return { W: part(W), U: part(U), b: part(b) };
}

/** A cell over some inputs, of which only h counts, and c where there is one. */
function run(
  cell: Cell<ArrayLike<number>, Float64Array> | Cell<LstmState, LstmState<Float64Array>>,
  X: number[][],
  h: number[],
  c: number[],
): number[][][] {
  if (cell.name === "lstm") {
    const states = rnnEncoder(cell as Cell<LstmState, LstmState<Float64Array>>, X, { h, c });
    return states.map((state) => [[...state.h], [...state.c]]);
  }
  return rnnEncoder(cell as Cell<ArrayLike<number>, Float64Array>, X, h).map((state) => [[...state]]);
}

/** Cells know their kind here by their name. */
const lstm = (...args: Parameters<typeof lstmCell>) =>
  Object.defineProperty(lstmCell(...args), "name", { value: "lstm" });

function expectClose(results: readonly number[], truths: readonly number[], tolerance: number): void {
  expect(results.length).toBe(truths.length);
  results.forEach((result, i) => {
    expect(Math.abs(result - truths[i]!), `${result} for ${truths[i]!}`).toBeLessThanOrEqual(tolerance);
  });
}

type TorchCase = Fixture["torch"][number];

/** The conversion that the cells' documentation describes. */
function ofTorch({ cell, weight_ih, weight_hh, bias_ih, bias_hh, h }: TorchCase, order?: number[]) {
  const m = h.length;
  const none = zeros(weight_ih.length);
  const [ofInput, ofState] = [bias_ih ?? none, bias_hh ?? none];
  const bias = sum(ofInput, ofState);
  const [first, second, third, fourth] = (order ?? [0, 1, 2, 3]).map((k) =>
    gateAt(k, m, weight_ih, weight_hh, bias),
  ) as [PlainGate, PlainGate, PlainGate, PlainGate];
  if (cell === "RNNCell") return rnnCell(first);
  if (cell === "LSTMCell") return lstm({ input: first, forget: second, candidate: third, output: fourth });
  const candidate = { ...third, b: ofInput.slice(2 * m), d: ofState.slice(2 * m) };
  return gruCell({ reset: first, update: second, candidate }, { resetAfter: true });
}

describe("PyTorch's cells, with its layout converted", () => {
  // https://pytorch.org/docs/1.13/generated/torch.nn.LSTMCell.html
  // https://pytorch.org/docs/1.13/generated/torch.nn.GRUCell.html
  // https://pytorch.org/docs/1.13/generated/torch.nn.RNNCell.html
  it.each(fixture.torch.map((each, n) => [each.cell, n, each] as const))("%s, case %d", (_, __, each) => {
    const states = run(ofTorch(each), each.x, each.h, each.c ?? []);
    // Theirs are doubles that were rounded at each step; ours are within an ulp.
    states.forEach((state, t) => {
      state.forEach((part, k) => {
        expectClose(part, each.states[t]![k]!, 4e-15);
      });
    });
    expect(states.length).toBe(3);
  });

  it("come out otherwise if two gates are exchanged", () => {
    for (const each of fixture.torch) {
      if (each.cell === "RNNCell") continue;
      const [last] = each.states.at(-1)!;
      const swapped = each.cell === "LSTMCell" ? [1, 0, 2, 3] : [1, 0, 2];
      const [other] = run(ofTorch(each, swapped), each.x, each.h, each.c ?? []).at(-1)!;
      expect(Math.max(...last!.map((truth, i) => Math.abs(truth - other![i]!)))).toBeGreaterThan(0.001);
    }
  });
});

type OnnxCase = Fixture["onnx"][number];

function ofOnnx({ op, W, R, B, linear_before_reset }: OnnxCase) {
  const m = R[0]!.length;
  const [ofInput, ofState] = [
    B?.slice(0, W.length) ?? zeros(W.length),
    B?.slice(W.length) ?? zeros(W.length),
  ];
  const bias = sum(ofInput, ofState);
  const gate = (k: number) => gateAt(k, m, W, R, bias);
  if (op === "RNN") return rnnCell(gate(0));
  if (op === "LSTM") return lstm({ input: gate(0), output: gate(1), forget: gate(2), candidate: gate(3) });
  const resetAfter = linear_before_reset === 1;
  const candidate = resetAfter ? { ...gate(2), b: ofInput.slice(2 * m), d: ofState.slice(2 * m) } : gate(2);
  return gruCell({ update: gate(0), reset: gate(1), candidate }, { resetAfter });
}

describe("ONNX's operators, with its layout converted", () => {
  // https://onnx.ai/onnx/operators/onnx__LSTM.html, https://onnx.ai/onnx/operators/onnx__GRU.html and
  // https://onnx.ai/onnx/operators/onnx__RNN.html; the cases of given names are those of
  // https://github.com/onnx/onnx/tree/v1.23.1/onnx/backend/test/case/node
  it.each(fixture.onnx.map((each, n) => [each.op, each.name, n, each] as const))(
    "%s, %s, case %d",
    (...args) => {
      const each = args[3];
      const m = each.R[0]!.length;
      const states = run(ofOnnx(each), each.X, each.initial_h ?? zeros(m), each.initial_c ?? zeros(m));
      const tolerance = each.precision === "single" ? 2 ** -21 : 4e-15;
      each.Y?.forEach((truth, t) => {
        expectClose(states[t]![0]!, truth, tolerance);
      });
      if (each.Y_h) expectClose(states.at(-1)![0]!, each.Y_h, tolerance);
      if (each.Y_c) expectClose(states.at(-1)![1]!, each.Y_c, tolerance);
      expect(each.Y ?? each.Y_h).toBeDefined();
    },
  );

  it("are many: none was lost", () => {
    expect(fixture.onnx.length).toBe(46);
    expect(fixture.torch.length).toBe(9);
    expect(new Set(fixture.onnx.map(({ name }) => name)).size).toBe(18);
  });
});

/** A gate that gives the same whatever comes in. */
const constant = (m: number, b: number): Gate => ({
  W: Array.from({ length: m }, () => zeros(2)),
  U: Array.from({ length: m }, () => zeros(m)),
  b: new Array<number>(m).fill(b),
});

/** Entries of a kind, and cells of them with one to three units and inputs. */
function cells(entry: fc.Arbitrary<number>) {
  const size = fc.integer({ min: 1, max: 3 });
  return fc.tuple(size, size).chain(([m, d]) => {
    const vector = (n: number) => fc.array(entry, { minLength: n, maxLength: n });
    const rows = (n: number) => fc.array(vector(n), { minLength: m, maxLength: m });
    const gate = fc.record({ W: rows(d), U: rows(m), b: vector(m) });
    return fc.record({
      gates: fc.tuple(gate, gate, gate, gate),
      x: vector(d),
      h: vector(m),
      c: vector(m),
      bias: vector(m),
    });
  });
}

type Sample = ReturnType<typeof cells> extends fc.Arbitrary<infer T> ? T : never;

/** The results of all cells with their true values. */
function resultsOf({ gates: [first, second, third, fourth], x, h, c, bias }: Sample) {
  const four = { input: first, forget: second, candidate: third, output: fourth };
  const three = { reset: first, update: second, candidate: third };
  const after = { ...three, candidate: { ...third, d: bias } };
  const ofLstm = lstmCell(four)(x, { h, c });
  const truth = trueLstm(four, x, { h, c });
  return [
    ["rnnCell", rnnCell(first)(x, h), trueRnn(first, x, h)],
    ["lstmCell's c", ofLstm.c, truth.c],
    ["lstmCell's h", ofLstm.h, truth.h],
    ["gruCell", gruCell(three)(x, h), trueGru(three, x, h, false)],
    ["gruCell, resetAfter", gruCell(after, { resetAfter: true })(x, h), trueGru(after, x, h, true)],
  ] as const satisfies [string, Float64Array, Scaled[]][];
}

describe("the cells are within 1 ulp of the scale of their terms", () => {
  const finite = { noNaN: true, noDefaultInfinity: true } as const;
  const ordinary = fc.double({ min: -2, max: 2, ...finite });
  const large = fc.oneof(fc.constantFrom(1e4, -1e4), fc.double({ min: -1e4, max: 1e4, ...finite }), ordinary);
  const kinds: Record<string, fc.Arbitrary<number>> = {
    "of ordinary entries": ordinary,
    "where terms of ±10⁴ cancel": fc.oneof(
      large,
      ordinary.map((x) => 1e4 + x * 1e-8),
      ordinary.map((x) => -1e4 + x * 1e-8),
    ),
    "where terms cancel that are beyond the doubles": fc.oneof(
      fc.constantFrom(1e300, -1e300, 1e300 * (1 + 2 ** -50), 1e-300, -1, 0, 1, Number.MAX_VALUE),
      ordinary,
    ),
    "of entries of every size": fc.double(finite),
    "of tiny entries": fc.double({ min: -1e-290, max: 1e-290, ...finite }),
  };

  it.each(Object.entries(kinds))("%s", (_, entry) => {
    fc.assert(
      fc.property(cells(entry), (sample) => {
        for (const [name, results, truths] of resultsOf(sample)) {
          results.forEach((result, i) => {
            expect(errorInScale(result, truths[i]!), `${name}[${i}]: ${result}`).toBeLessThanOrEqual(1);
          });
        }
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  it.each([1e3, 1e6, 1e12])(
    "where a bias cancels the rest but for some units, of entries up to %d",
    (size) => {
      const entry = fc.double({ min: -size, max: size, ...finite });
      fc.assert(
        fc.property(cells(entry), ordinary, (sample, left) => {
          const { gates, x, h } = sample;
          for (const { W, U, b } of gates) {
            const terms = (row: number[], vector: number[]) =>
              row.reduce((all, w, j) => all + w * vector[j]!, 0);
            b.forEach((_, i) => {
              b[i] = left - (terms(W[i]!, x) + terms(U[i]!, h));
            });
          }
          for (const [name, results, truths] of resultsOf(sample)) {
            results.forEach((result, i) => {
              expect(errorInScale(result, truths[i]!), `${name}[${i}]: ${result}`).toBeLessThanOrEqual(1);
            });
          }
          // Where much is left of them, that is also as good as any double is.
          if (Math.abs(left) < 0.001) return;
          const truths = trueRnn(gates[0], x, h);
          rnnCell(gates[0])(x, h).forEach((result, i) => {
            expect(errorInUlps(result, truths[i]!.value)!.high).toBeLessThanOrEqual(1);
          });
        }),
        { seed: 4, numRuns: 50 },
      );
    },
  );

  it("of 40 units and 30 inputs, which are split", () => {
    let state = 1;
    const next = () => (state = (state * 48271) % 2147483647) / 2 ** 30 - 1;
    const vector = (n: number) => Array.from({ length: n }, next);
    const gate = () => ({
      W: Array.from({ length: 40 }, () => vector(30)),
      U: Array.from({ length: 40 }, () => vector(40)),
      b: vector(40),
    });
    const sample: Sample = {
      gates: [gate(), gate(), gate(), gate()],
      x: vector(30),
      h: vector(40),
      c: vector(40),
      bias: vector(40),
    };
    for (const [name, results, truths] of resultsOf(sample)) {
      results.forEach((result, i) => {
        expect(errorInScale(result, truths[i]!), `${name}[${i}]`).toBeLessThanOrEqual(1);
      });
    }
  });

  it("where a candidate's two terms are beyond the doubles, with a reset gate after the matrix", () => {
    const update = constant(1, -Infinity);
    const after = (r: number, W: number, U: number, b: number, d = 0) => {
      const candidate = { W: [[W, 0]], U: [[U]], b: [b], d: [d] };
      return gruCell({ reset: constant(1, r), update, candidate }, { resetAfter: true })(
        [1e300, 0],
        [1e300],
      )[0];
    };
    // mpmath: tanh ½ = 0.46211715726000975850
    expect(after(800, 1e300, -1e300, 0.5)).toBe(0.46211715726000973);
    expect(after(800, 1e300, -1e300 * (1 + 2 ** -50), 0.5)).toBe(-1);
    // r = ½, and two terms of the same size; then r below all doubles.
    expect(after(0, 1e300, -2e300, 0)).toBe(0);
    expect(after(0, 1e300, -1.9e300, 0)).toBe(1);
    expect(after(0, 1e300, -2.1e300, 0)).toBe(-1);
    expect(after(-1000, 1, 1e300, -1e300)).toBe(1);
    expect(after(-1e4, 0, 1e300, 0.5)).toBe(0.46211715726000973);
  });

  it("where a candidate depends on the last digits of reset gates", () => {
    // 10⁹ (r₁ - r₂), where r₁ and r₂ differ by some 10⁻⁹: rounded to doubles, they leave seven digits.
    const reset = { W: [[0.3], [0.3 + 4e-9]], U: [zeros(2), zeros(2)], b: [0.1, 0.1] };
    const update = { W: [[-40], [-40]], U: [zeros(2), zeros(2)], b: [0, 0] };
    const candidate = { W: [[0], [0]], U: [[1e9, -1e9], [1e9, 0]], b: [0, -623e6] }; // prettier-ignore
    for (const resetAfter of [false, true]) {
      const results = gruCell({ reset, update, candidate }, { resetAfter })([1.3], [1, 1]);
      const truths = trueGru({ reset, update, candidate }, [1.3], [1, 1], resetAfter);
      results.forEach((result, i) => {
        expect(errorInScale(result, truths[i]!)).toBeLessThanOrEqual(1);
      });
    }
  });
});

describe("σ(a) · s", () => {
  const { add, divide, exp, fromDouble, multiply, negate, subtract } = exact;

  it.each([
    [false, 57],
    [true, 93],
  ])("in two parts (precise: %s) is right to %d bits", (precise, bits) => {
    fc.assert(
      fc.property(fc.double({ min: -600, max: 600, noNaN: true }), (a) => {
        const aTail = a * 2 ** -55;
        const head = gatedHead(a, aTail, 1.7, 0, precise);
        const result = add(fromDouble(head), fromDouble(tail[0]!), 2000);
        const argument = add(fromDouble(a), fromDouble(aTail), 2000);
        const gate = divide(exact.ONE, add(exact.ONE, exp(negate(argument), 2000), 2000), 2000);
        const truth = multiply(gate, fromDouble(1.7), 2000);
        const error = exact.absolute(divide(subtract(result, truth, 2000), truth, 2000));
        expect(exact.toDouble(exact.upperEnd(error as FiniteBall))).toBeLessThan(2 ** -bits);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it("where σ is below all doubles is right as the product is not", () => {
    // mpmath: e⁻⁸⁰⁰ · 10³⁰⁰ and e⁻⁷²⁰ · 10
    expect(gatedHead(-800, 0, 1e300, 0) + tail[0]!).toBe(3.667874584177687e-48);
    expect(gatedHead(-720, 0, 10, 0) + tail[0]!).toBe(2.0322308024242932e-312);
    expect(gatedHead(-1e300, 0, 1e300, 0) + tail[0]!).toBe(0);
  });
});

const someGate: Gate = {
  W: matrix([[0.5, -0.25], [0.75, 1], [-1, 0.125]]), // prettier-ignore
  U: [[1, 0, -0.5], [0.25, 0.25, 0], [0, -1, 2]], // prettier-ignore
  b: Float32Array.of(0.1, -0.2, 0.3),
};

describe("gates", () => {
  it.each([Infinity, 750])(
    "an LSTM with a forget gate of 1 and an input gate of 0 keeps its cell (b = ±%d)",
    (b) => {
      const cell = lstmCell({
        input: constant(3, -b),
        forget: constant(3, b),
        candidate: someGate,
        output: someGate,
      });
      const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
        minLength: 3,
        maxLength: 3,
      });
      fc.assert(
        fc.property(numbers, numbers, ([x1, x2], c) => {
          const next = cell([x1!, x2!], { h: [0.1, 0.2, 0.3], c });
          expect([...next.c]).toEqual(c.map((each) => each + 0));
        }),
        { seed: 4 },
      );
    },
  );

  it("an LSTM with a forget gate of 0 and an input gate of 1 takes the candidate", () => {
    const gates = {
      input: constant(3, Infinity),
      forget: constant(3, -Infinity),
      output: constant(3, Infinity),
    };
    const next = lstmCell({ ...gates, candidate: someGate })([1, 2], { h: [1, -1, 0.5], c: [1e9, 1, -3] });
    expect(next.c).toEqual(rnnCell(someGate)([1, 2], [1, -1, 0.5]));
  });

  it.each([false, true])(
    "a GRU with an update gate of 1 keeps its state, and of 0 takes the candidate (%s)",
    (resetAfter) => {
      const state = [1e9, -0.5, 0.25];
      const gru = (z: number, r: number) =>
        gruCell({ update: constant(3, z), reset: constant(3, r), candidate: someGate }, { resetAfter })(
          [1, 2],
          state,
        );
      expect([...gru(Infinity, 0.3)]).toEqual(state);
      expect(gru(-Infinity, Infinity)).toEqual(rnnCell(someGate)([1, 2], state));
      expect(gru(-Infinity, -Infinity)).toEqual(rnnCell(someGate)([1, 2], [0, 0, 0]));
    },
  );

  it("a reset gate before the matrix and one after it differ", () => {
    const gates = { update: someGate, reset: someGate, candidate: someGate };
    const before = gruCell(gates)([1, 2], [1, -1, 0.5]);
    const after = gruCell(gates, { resetAfter: true })([1, 2], [1, -1, 0.5]);
    expect(Math.abs(before[0]! - after[0]!)).toBeGreaterThan(0.001);
  });

  it("biases are 0 unless given", () => {
    const { W, U } = someGate;
    const none = { W, U, b: zeros(3) };
    expect(rnnCell({ W, U })([1, 2], [1, 0, 1])).toEqual(rnnCell(none)([1, 2], [1, 0, 1]));
  });
});

describe("rnnEncoder and rnnDecoder", () => {
  const gates = { reset: someGate, update: someGate, candidate: someGate };
  const X = [[1, 2], [-0.5, 0.25], [3, -1], [0, 0]]; // prettier-ignore

  it.each([
    ["rnnEncoder", rnnEncoder],
    ["rnnDecoder", rnnDecoder],
  ])("%s gives the states of the loop by hand", (_, rnn) => {
    const gru = gruCell(gates);
    let h = Float64Array.of(0.5, -0.5, 0);
    const byHand = X.map((x) => (h = gru(x, h) as typeof h));
    expect(rnn(gru, X, [0.5, -0.5, 0])).toEqual(byHand);
    expect(rnn(gru, matrix(X), [0.5, -0.5, 0])).toEqual(byHand);
    expect(new Set(byHand.map(String)).size).toBe(4);
  });

  it("an LSTM's states are pairs", () => {
    const lstm = lstmCell({ input: someGate, forget: someGate, candidate: someGate, output: someGate });
    let state: LstmState = { h: [0, 0, 0], c: [0, 0, 0] };
    const byHand = X.map((x) => (state = lstm(x, state)));
    expect(rnnEncoder(lstm, X, { h: [0, 0, 0], c: [0, 0, 0] })).toEqual(byHand);
  });

  it("take any function for a cell, with a state of any kind", () => {
    const count = (x: ArrayLike<number>, seen: string) => `${seen}${x[0]!}`;
    expect(rnnEncoder(count, X, "")).toEqual(["1", "1-0.5", "1-0.53", "1-0.530"]);
  });

  it("refuse what is no cell, and no inputs", () => {
    expect(() => rnnEncoder(3 as never, X, [0])).toThrow(
      new TypeError("cell must be a function of x and a state, but is a number"),
    );
    expect(() => rnnDecoder(gruCell(gates), [], [0, 0, 0])).toThrow(
      new ShapeError("inputs must have at least one row, but has none"),
    );
  });
});

describe("limits and NaN", () => {
  const rnn = rnnCell({ W: [[0, 1], [2, -1]], U: [[1, 0], [0, 1]] }); // prettier-ignore

  it("an infinite input gives the limit: a weight of 0 keeps it out", () => {
    expect([...rnn([Infinity, 0.5], [0, 0])]).toEqual([0.46211715726000973, 1]);
    expect([...rnn([Infinity, Infinity], [0, 0])]).toEqual([1, NaN]);
    expect([...rnn([-Infinity, Infinity], [0, 0])]).toEqual([1, -1]);
  });

  it("NaN stays where it is known", () => {
    expect([...rnn([0, 0], [NaN, 0.5])]).toEqual([NaN, NaN]);
    expect([...rnn([NaN, 0], [0, 0])]).toEqual([NaN, NaN]);
  });

  it("an infinite cell stays, unless the gate is shut: then there is no limit", () => {
    const gates = { input: constant(1, 0), candidate: constant(1, 0), output: constant(1, Infinity) };
    const after = (b: number) =>
      lstmCell({ ...gates, forget: constant(1, b) })([0, 0], { h: [0], c: [-Infinity] });
    expect(after(-800)).toEqual({ h: Float64Array.of(-1), c: Float64Array.of(-Infinity) });
    expect(after(-Infinity)).toEqual({ h: Float64Array.of(NaN), c: Float64Array.of(NaN) });
  });
});

describe("parameters", () => {
  const input = { W: [[1, 2], [3, 4], [5, 6]], U: [zeros(3), zeros(3), zeros(3)] }; // prettier-ignore
  const all = { input, forget: input, candidate: input, output: input };
  const wrongU = [zeros(2), zeros(2), zeros(2)];

  it("are copied when the cell is made, and never changed", () => {
    const W = Float64Array.of(1, 2, 3, 4, 5, 6);
    const b = [1, 2, 3];
    const rnn = rnnCell({ W: { rows: 3, columns: 2, data: W }, U: input.U, b });
    const [x, h] = [Float64Array.of(1, -1), Float64Array.of(0.5, 0, 0)];
    const before = rnn(x, h);
    W.fill(9);
    b.fill(9);
    expect(rnn(x, h)).toEqual(before);
    expect([x, h]).toEqual([Float64Array.of(1, -1), Float64Array.of(0.5, 0, 0)]);
  });

  it("a cell has no memory but its state", () => {
    const gru = gruCell({ reset: someGate, update: someGate, candidate: someGate });
    const first = gru([1, 2], [1, -1, 0.5]);
    gru([1e300, -3], [1e9, 1, 1]);
    expect(gru([1, 2], [1, -1, 0.5])).toEqual(first);
    expect(first).not.toBe(gru([1, 2], [1, -1, 0.5]));
  });

  it.each([
    [{ ...all, forget: { ...input, U: wrongU } }, "forget.U must be 3 × 3, as input.U, but is 3 × 2"],
    [
      { ...all, input: { ...input, U: wrongU } },
      "input.U must be 3 × 3, as input.W has 3 rows, but is 3 × 2",
    ],
    [
      { ...all, output: { ...input, W: wrongU.slice(1) } },
      "output.W must be 3 × 2, as input.W, but is 2 × 2",
    ],
    [
      { ...all, candidate: { ...input, b: [1] } },
      "candidate.b must have as many entries as candidate.W has rows, 3, but has 1",
    ],
  ])("of sizes that do not fit are refused (%#)", (parameters, message) => {
    expect(() => lstmCell(parameters)).toThrow(new ShapeError(message));
  });

  it("that are none are refused", () => {
    expect(() => lstmCell({ ...all, forget: undefined } as never)).toThrow(
      new TypeError("forget must be a gate, { W, U, b }, but is undefined"),
    );
    expect(() => rnnCell(3 as never)).toThrow(
      new TypeError("parameters must be a gate, { W, U, b }, but is a number"),
    );
    expect(() => rnnCell({ W: input.W } as never)).toThrow(
      new TypeError("U must be a matrix, { rows, columns, data } or an array of rows, but is undefined"),
    );
    const gates = { reset: input, update: input, candidate: { ...input, d: zeros(3) } };
    expect(() => gruCell(gates)).toThrow(
      new TypeError("candidate.d must be left out unless resetAfter is true, but is an object"),
    );
    expect(() => gruCell(gates, { resetAfter: true })).not.toThrow();
  });

  it("inputs and states of other sizes are refused", () => {
    const cell = lstmCell(all);
    const state = { h: zeros(3), c: zeros(3) };
    expect(() => cell([1], state)).toThrow(
      new ShapeError("x must have as many entries as W has columns, 2, but has 1"),
    );
    expect(() => cell([1, 2], { ...state, c: zeros(2) })).toThrow(
      new ShapeError("state.c must have as many entries as the cell has units, 3, but has 2"),
    );
    expect(() => cell([1, 2], { c: zeros(3) } as never)).toThrow(
      new TypeError("state.h must be an array or a typed array of numbers, but is undefined"),
    );
    expect(() => cell([1, 2], null as never)).toThrow(
      new TypeError("state must be a state, { h, c }, but is null"),
    );
    expect(() => rnnCell(input)([1, 2], zeros(4))).toThrow(
      new ShapeError("h must have as many entries as the cell has units, 3, but has 4"),
    );
  });
});
