import { build } from "esbuild";
import { describe, expect, it } from "vitest";

import * as library from "../../src/index.js";

const metrics = [
  "accuracy",
  "adjustedRandIndex",
  "averagePrecision",
  "confusionCounts",
  "confusionMatrix",
  "dcg",
  "f1",
  "jaccard",
  "meanAveragePrecision",
  "mutualInformation",
  "ndcg",
  "normalizedMutualInformation",
  "precision",
  "precisionRecallCurve",
  "randIndex",
  "recall",
  "rocAuc",
  "rocCurve",
  "sensitivity",
  "specificity",
];

const attention = [
  "attentionContext",
  "attentionEnergy",
  "attentionHead",
  "attentionWeights",
  "attentionalDecoderOutput",
  "attentionalDecoderState",
  "bahdanauAttention",
  "luongDotAttention",
  "luongGeneralAttention",
  "multiHeadAttention",
  "scaledDotProductAttention",
  "splitHeads",
];

/** What an importer of some functions ships: bundled and minified. */
async function bundle(names: string): Promise<string> {
  const result = await build({
    stdin: {
      contents: `export { ${names} } from "./src/index.js";`,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return result.outputFiles[0]!.text;
}

describe("importers pay for what they import", () => {
  it("relu brings no table along", async () => {
    const text = await bundle("relu");
    expect(text.length).toBeLessThan(400);
    expect(text).not.toContain("Float64Array");
  });

  it.each([
    ["sigmoid", 1.5],
    ["tanh", 1.5],
    ["softplus", 2.5],
    ["softmax", 3.5],
    ["logSoftmax", 4],
    ["gelu", 3.5],
    ["meanAbsoluteError", 5],
    ["meanSquaredError", 5],
    ["huber", 5],
    ["hinge", 5],
    ["l1Penalty", 5],
    ["l2Penalty", 5],
    ["l1Regularization", 5],
    ["l2Regularization", 5],
    ["cosineSimilarity", 5],
    ["pointwiseMutualInformation", 5],
    ["maximumLikelihood", 5],
    ["binaryCrossEntropy", 5],
    ["binaryCrossEntropyWithLogits", 5],
    ["minimumNegativeLogLikelihood", 5],
    ["entropy", 5],
    ["jsDivergence", 5.1],
    ["klDivergence", 5],
    ["crossEntropy", 5],
    ["negativeLogLikelihood", 5],
    ["crossEntropyWithLogits", 5.6],
    ["ganObjective", 5],
    ["minimax", 5],
    ["optimalDiscriminator", 5],
    ["reparameterization", 5],
    ["rnnEncoder", 5],
    ["rnnDecoder", 5],
    ["rnnCell", 7.5],
    ["lstmCell", 9.2],
    ["gruCell", 10.2],
  ])("%s is below %d kB", async (name, kilobytes) => {
    expect((await bundle(name)).length).toBeLessThan(1000 * kilobytes);
  });

  it.each(metrics)("%s is below 5 kB", async (name) => {
    expect((await bundle(name)).length).toBeLessThan(5000);
  });

  it("jaccard brings no reading of labels along", async () => {
    expect((await bundle("jaccard")).length).toBeLessThan(800);
  });

  it("classification, ranking and clustering together are below 16 kB", async () => {
    expect((await bundle(metrics.join())).length).toBeLessThan(16_000);
  });

  it("attention, of all kinds together, is below 23 kB", async () => {
    expect((await bundle(attention.join())).length).toBeLessThan(23_000);
  });

  it("everything together is below 61 kB", async () => {
    expect((await bundle(Object.keys(library).join())).length).toBeLessThan(61_000);
  });
});
