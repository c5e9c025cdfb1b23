// F1 joins precision and recall in one number. Why by the harmonic mean, and not by the plain one?

import { f1, precision, recall } from "ml-equations";

// Detectors of a rare disease, which 10 of 1000 have.
const detectors = {
  "says no, but once": { TP: 1, FP: 0, FN: 9, TN: 990 },
  "always says yes": { TP: 10, FP: 990, FN: 0, TN: 0 },
  "is good at it": { TP: 8, FP: 2, FN: 2, TN: 988 },
  "is so so": { TP: 5, FP: 5, FN: 5, TN: 985 },
};

const plainMean = (a: number, b: number): number => (a + b) / 2;

console.log("a detector that      precision   recall    mean      F1");
for (const [name, counts] of Object.entries(detectors)) {
  const [p, r] = [precision(counts), recall(counts)];
  const cells = [p, r, plainMean(p, r), f1(counts)].map((value) => value.toFixed(3).padStart(9));
  console.log(name.padEnd(20) + cells.join(""));
}

// The harmonic mean is near the smaller of the two: who is perfect in one and useless in the other gets next to nothing.
const lazy = detectors["always says yes"];
const mean = plainMean(precision(lazy), recall(lazy));
console.log(`Always saying yes: the plain mean is ${mean.toFixed(3)}, F1 is ${f1(lazy).toFixed(3)}`);
