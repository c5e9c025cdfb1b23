// The families as pages name them.

import { equations, type Equation } from "../../src/equations/index.js";

type Family = Equation["family"];

const NAMES: Readonly<Record<Family, string>> = {
  activations: "Activations",
  losses: "Losses",
  divergences: "Entropy and divergences",
  regularization: "Regularization",
  classification: "Classification",
  ranking: "Ranking",
  clustering: "Clustering",
  similarity: "Similarity",
  recurrent: "Recurrent networks",
  attention: "Attention",
  generative: "Generative models",
};

export interface FamilyOfEquations {
  readonly id: Family;
  readonly name: string;
  readonly equations: readonly Equation[];
}

/** The families in reading order, each with its equations. */
export const families: readonly FamilyOfEquations[] = (Object.keys(NAMES) as Family[]).map((id) => ({
  id,
  name: NAMES[id],
  equations: equations.filter(({ family }) => family === id),
}));
