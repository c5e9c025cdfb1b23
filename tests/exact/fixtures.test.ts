/** Balls against values computed by mpmath, an independent implementation. */
import { describe, expect, it } from "vitest";
import * as exact from "../../src/exact/index.js";
import type { Ball, FiniteBall } from "../../src/exact/index.js";
import { readCases, readConstants } from "./fixtures.js";

const functions: Record<string, (bits: number, ...inputs: Ball[]) => Ball> = {
  exp: (bits, x) => exact.exp(x, bits),
  expm1: (bits, x) => exact.expm1(x, bits),
  log: (bits, x) => exact.log(x, bits),
  log1p: (bits, x) => exact.log1p(x, bits),
  sqrt: (bits, x) => exact.sqrt(x, bits),
  sin: (bits, x) => exact.sin(x, bits),
  cos: (bits, x) => exact.cos(x, bits),
  sinh: (bits, x) => exact.sinh(x, bits),
  cosh: (bits, x) => exact.cosh(x, bits),
  tanh: (bits, x) => exact.tanh(x, bits),
  erf: (bits, x) => exact.erf(x, bits),
  erfc: (bits, x) => exact.erfc(x, bits),
  normalCdf: (bits, x) => exact.normalCdf(x, bits),
  power: (bits, x, y) => exact.power(x, y, bits),
};

/** Why a result is not what the fixture says, or nothing. */
function complaint(result: Ball, value: FiniteBall, bits: number): string | undefined {
  if (result.kind !== "finite") return result.kind;
  if (!exact.overlaps(result, value)) return "the true value is outside the ball";
  const accuracy = exact.accuracyBits(result);
  return accuracy < bits - 4 ? `only ${accuracy} bits` : undefined;
}

describe.each(Object.keys(functions))("%s", (name) => {
  const cases = readCases(name);

  it.each([24, 53, 64, 100, 128, 200])(
    "holds mpmath's value and is as narrow as promised at %i bits",
    (bits) => {
      expect(cases.length).toBeGreaterThan(200);
      const complaints = cases.flatMap(({ inputs, value }) => {
        const found = complaint(functions[name]!(bits, ...inputs.map(exact.fromDouble)), value, bits);
        return found === undefined ? [] : [`${name}(${inputs.join(", ")}): ${found}`];
      });
      expect(complaints).toEqual([]);
    },
  );

  it("keeps the true value inside when the argument is a ball that holds it off-centre", () => {
    const complaints: string[] = [];
    cases.forEach(({ inputs, value }, index) => {
      for (const relative of [-60, -30, -8, -2, 1]) {
        const balls = inputs.map((input, place) =>
          offCentre(exact.fromDouble(input), relative, index + place),
        );
        const result = functions[name]!(100, ...balls);
        if (!exact.overlaps(result, value)) complaints.push(`${name}(${inputs.join(", ")}) ± 2^${relative}`);
      }
    });
    expect(complaints).toEqual([]);
  });
});

/** A ball around x whose radius is |x|·2^relative and whose centre is off by most of it, up or down. */
function offCentre(x: Ball, relative: number, seed: number): Ball {
  const radius = exact.multiply(
    exact.absolute(x),
    exact.power(exact.fromInteger(2), exact.fromInteger(relative), 64),
    64,
  );
  const part = exact.fromRational([-63n, -20n, 0n, 33n, 63n][seed % 5]!, 64n, 64);
  return exact.withRadius(exact.add(x, exact.multiply(radius, part, 64), 1200), radius);
}

describe("constants", () => {
  const functionsOfBits: Record<string, (bits: number) => Ball> = {
    pi: exact.pi,
    e: exact.e,
    ln2: exact.ln2,
    ln10: exact.ln10,
  };

  it.each(readConstants())("$name is the constant at every precision", ({ name, value }) => {
    for (let bits = 2; bits <= 400; bits++) {
      expect(complaint(functionsOfBits[name]!(bits), value, Math.min(bits, 240))).toBeUndefined();
    }
  });
});

describe("the check itself", () => {
  it("rejects every ball that is shifted by three of its radii", () => {
    for (const { inputs, value } of readCases("exp")) {
      const right = exact.exp(exact.fromDouble(inputs[0]!), 100);
      if (right.kind !== "finite" || right.rad === 0) continue;
      for (const side of [-3n, 3n]) {
        const shifted: Ball = { ...right, mid: right.mid + side * BigInt(right.rad) };
        expect(complaint(shifted, value, 100)).toBe("the true value is outside the ball");
      }
    }
  });

  it("rejects a ball that is right but wide, and one that says nothing", () => {
    const { inputs, value } = readCases("log").at(-1)!;
    const rough = exact.log(exact.fromDouble(inputs[0]!), 50);
    expect(complaint(rough, value, 50)).toBeUndefined();
    expect(complaint(rough, value, 100)).toMatch(/only .* bits/);
    expect(complaint(exact.UNKNOWN, value, 50)).toBe("unknown");
  });
});
