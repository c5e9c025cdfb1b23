import { describe, expect, it } from "vitest";

import { gelu, logSigmoid, logSoftmax, sigmoid, softmax, softplus, tanh } from "../../src/index.js";
import { millsRatioHead } from "../../src/numeric/activations/mills-ratio.js";
import { tail } from "../../src/numeric/elementary/error-free.js";
import { expHead } from "../../src/numeric/elementary/exp.js";
import { log1pHead, logHead } from "../../src/numeric/elementary/log.js";
import {
  errorInUlps,
  errorOfPartsInUlps,
  largestError,
  type ScalarRow,
  scalarRows,
  vectorRows,
} from "./ulps.js";

describe("each activation is as close to the true value as its documentation says", () => {
  const promised = { sigmoid: 0.52, tanh: 0.55, softplus: 0.52, gelu: 0.7 };
  const functions = { sigmoid, tanh, softplus, gelu };

  for (const [name, ulps] of Object.entries(promised) as [keyof typeof promised, number][]) {
    it(`${name} is within ${ulps} ulp over the whole range of doubles`, () => {
      const rows = scalarRows(name);
      const largest = largestError(
        rows.map(([x, nearest, residual]) => [errorInUlps(functions[name](x), nearest, residual), `at ${x}`]),
      );
      expect(rows.length).toBeGreaterThan(3000);
      expect(largest.error, largest.where).toBeLessThanOrEqual(ulps);
    });
  }

  it("logSigmoid is within 0.52 ulp over the whole range of doubles", () => {
    // log σ(z) = -softplus(-z), in the true values too.
    const largest = largestError(
      scalarRows("softplus").map(([z, nearest, residual]) => [
        errorInUlps(logSigmoid(-z), -nearest, -residual),
        `at ${-z}`,
      ]),
    );
    expect(largest.error, largest.where).toBeLessThanOrEqual(0.52);
  });

  it.each([
    ["softmax", softmax, "softmax"],
    ["logSoftmax", logSoftmax, "log-softmax"],
  ] as const)("%s is within 0.52 ulp in each entry, whatever the logits", (_name, f, fixture) => {
    const rows = vectorRows(fixture);
    const largest = largestError(
      rows.flatMap(({ logits, nearest, residual }, row) =>
        Array.from(f(logits), (entry, i): [number, string] => [
          errorInUlps(entry, nearest[i]!, residual[i]!),
          `row ${row}, entry ${i}`,
        ]),
      ),
    );
    expect(rows.length).toBeGreaterThan(40);
    expect(largest.error, largest.where).toBeLessThanOrEqual(0.52);
  });
});

describe("the elementary functions give more digits than a double holds", () => {
  it("expHead and its tail are within 2⁻⁵⁹ of eˣ", () => {
    const largest = largestError(
      scalarRows("exp").map(([x, nearest, residual]) => {
        const high = expHead(x, 0);
        return [errorOfPartsInUlps(high, tail[0]!, nearest, residual), `at ${x}`];
      }),
    );
    expect(largest.error, largest.where).toBeLessThan(2 ** -7);
  });

  it("logHead and its tail are within 2⁻⁶⁰ of ln x", () => {
    const largest = largestError(
      scalarRows("log").map(([x, nearest, residual]) => {
        const high = logHead(x);
        return [errorOfPartsInUlps(high, tail[0]!, nearest, residual), `at ${x}`];
      }),
    );
    expect(largest.error, largest.where).toBeLessThan(2 ** -8);
  });

  it("millsRatioHead and its tail are within 2⁻⁷³ of exp(t² / 2) Φ(-t)", () => {
    // t, the nearest double, and how many of its ulps it lacks: of 60 digits by mpmath.
    const rows: ScalarRow[] = [
      [0, 0.5, 0.0],
      [0.1171875, 0.4564793948654017, -0.4249340614118389],
      [0.984375, 0.2637398633134715, 0.3383567567552874],
      [1.90625, 0.1741767145196341, -0.48514642232617783],
      [2.3671875, 0.14763948041081132, 0.40550924508725805],
      [2.484375, 0.14204739614165182, 0.23184099725786525],
      [5.1484375, 0.0748455842085533, 0.3355479670438133],
      [12.65625, 0.03132815433349596, -0.24040661121160078],
      [38.3203125, 0.010403650990747165, 0.2589481043641229],
    ];
    const largest = largestError(
      rows.map(([t, nearest, residual]) => {
        const head = millsRatioHead(t);
        expect(head).toBe(Math.fround(nearest));
        return [errorOfPartsInUlps(head, tail[0]!, nearest, residual), `at ${t}`];
      }),
    );
    expect(largest.error, largest.where).toBeLessThan(2 ** -20);
  });

  it("log1pHead and its tail are within 2⁻⁵⁸ of ln(1 + x)", () => {
    const normal = scalarRows("log1p").filter(([x]) => x >= 2 ** -1022);
    const largest = largestError(
      normal.map(([x, nearest, residual]) => {
        const head = Math.fround(x);
        const high = log1pHead(head, x - head);
        return [errorOfPartsInUlps(high, tail[0]!, nearest, residual), `at ${x}`];
      }),
    );
    expect(largest.error, largest.where).toBeLessThan(2 ** -6);
  });
});

describe("logSoftmax where the other terms are far below the largest", () => {
  it("keeps all digits down to the smallest floats of 32 bits and below", () => {
    // mpmath: -log1p(e^-103.66680732486722) = -9.507747122518606464179666e-46
    expect(logSoftmax([0, -103.66680732486722])[0]).toBe(-9.507747122518607e-46);
  });
});

describe("long vectors", () => {
  // zᵢ = -i / 2¹⁶ in an order that mixes large and small terms: the sum is geometric, S = (1 - qⁿ) / (1 - q).
  const size = 1_000_000;
  const ramp = Float64Array.from({ length: size }, (_, i) => -((i * 7919) % size) / 65536);

  const last = ramp.indexOf(-999999 / 65536);

  it("softmax of a million logits is right to the last digit", () => {
    // mpmath: 1 / S = 0.00001525867625114119975696643, e^(-999999 / 2¹⁶) / S = 3.603425893500181184058691e-12
    const probabilities = softmax(ramp);
    expect(probabilities[0]).toBe(1.52586762511412e-5);
    expect(probabilities[last]).toBe(3.6034258935001813e-12);
  });

  it("logSoftmax of a million logits is right to the last digit", () => {
    // mpmath: -ln S = -11.09036228219166515974788, -999999 / 2¹⁶ - ln S = -26.34913608590260265974788
    const logProbabilities = logSoftmax(ramp);
    expect(logProbabilities[0]).toBe(-11.090362282191665);
    expect(logProbabilities[last]).toBe(-26.349136085902604);
  });

  it("logSoftmax of a million equal logits is -ln(10⁶)", () => {
    // mpmath: -13.81551055796427410410795
    expect(new Set(logSoftmax(new Float64Array(size)))).toEqual(new Set([-13.815510557964274]));
  });
});
