// What must not compile in formulas and records: an implementation or inputs that do not fit the symbols.
//
// To add one, write the line, and above it `@ts-expect-error` and what is wrong. Each such line has one error.

import { sigmoid, softmax } from "ml-equations";
import { equation } from "ml-equations/equations";
import { formula, matrix, real, vector } from "ml-equations/latex";
import { verifyEquation } from "ml-equations/verify";

const rest = {
  id: "example",
  name: "Example",
  latex: "f(z) = z",
  maxUlps: 1,
  identities: {},
  limits: [],
  sources: [],
} as const;
const family = "activations";

// The same records with what they ask for.
equation({ ...rest, family, symbols: { z: real() }, numeric: ({ z }) => sigmoid(z) });
equation({ ...rest, family, symbols: { z: vector("K") }, numeric: ({ z }) => softmax(z) });
equation({ ...rest, family, symbols: { z: matrix("n", "m") }, numeric: ({ z }) => softmax(z.data) });

equation({
  ...rest,
  family,
  symbols: { z: vector("K") },
  // @ts-expect-error a vector for a number
  numeric: ({ z }) => sigmoid(z),
});
equation({
  ...rest,
  family,
  symbols: { z: real() },
  // @ts-expect-error a number for a vector
  numeric: ({ z }) => softmax(z),
});
equation({
  ...rest,
  family,
  symbols: { z: matrix("n", "m") },
  // @ts-expect-error a matrix for a vector
  numeric: ({ z }) => softmax(z),
});
equation({
  ...rest,
  family,
  symbols: { z: real() },
  // @ts-expect-error an implementation gives numbers
  numeric: ({ z }) => String(z),
});
equation({
  ...rest,
  family,
  symbols: { z: real() },
  // @ts-expect-error a symbol that is not declared
  numeric: ({ x }) => Number(x),
});
equation({
  ...rest,
  // @ts-expect-error a family that there is not
  family: "activation",
  symbols: { z: real() },
  numeric: ({ z }) => sigmoid(z),
});
// @ts-expect-error a record without its family
equation({ ...rest, symbols: { z: real() }, numeric: ({ z }) => sigmoid(z) });

const f = formula("z + 1", { z: real() });
const g = formula("z_1", { z: vector("K") });
f.evaluate({ z: 1 }, { arithmetic: "double" });
g.evaluate({ z: [1] }, { digits: 30 });

// @ts-expect-error a vector for a number
f.evaluate({ z: [1] });
// @ts-expect-error a number for a vector
g.evaluate({ z: 1 });
// @ts-expect-error a symbol without its value
f.evaluate({});
// @ts-expect-error a symbol that is not declared
f.evaluate({ z: 1, x: 2 });
// @ts-expect-error an option that there is not
f.evaluate({ z: 1 }, { precision: 30 });
// @ts-expect-error a value that the option does not take
f.evaluate({ z: 1 }, { arithmetic: "single" });
// @ts-expect-error text for a count of digits
f.evaluate({ z: 1 }, { digits: "30" });
// @ts-expect-error a kind's name for a declared symbol
formula("z", { z: "real" });
// @ts-expect-error an option that there is not
real("the logit", { domian: "[0, 1]" });

// @ts-expect-error a formula for a record
verifyEquation(f);
