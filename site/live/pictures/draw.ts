// Pictures by Observable Plot: the same code draws them at build time, into a made-up document, and in the browser.

import * as Plot from "@observablehq/plot";
import type { PlainInputs } from "../../catalogue/default-inputs.js";
import type { Equation } from "../../../src/equations/index.js";
import { precisionRecallCurve, rocCurve } from "../../../src/index.js";
import { children, type Expression } from "../../../src/latex/expression.js";
import { numericAt } from "../../../src/verify/numeric-at.js";
import { valueOf } from "../evaluate.js";
import { showNumber } from "../show.js";
import { symbolText, spoken } from "../symbol-text.js";
import { latexOfKey } from "../../../src/latex/symbols.js";
import { TOKENS, type PictureSpec } from "./specs.js";

export interface Picture {
  readonly svg: SVGSVGElement;
  /** What is to be seen, in words. */
  readonly description: string;
}

export interface DrawOptions {
  readonly document: Document;
  readonly width: number;
  /** Where the picture's own slider stands. */
  readonly control?: number | undefined;
}

type Marks = Plot.Markish[];

const POINTS = 241;
/** The page's colours: they follow its theme. */
const INK = "var(--vp-c-text-1)";
const FAINT = "var(--vp-c-text-3)";
const FIRST = "var(--picture-1)";
const SECOND = "var(--picture-2)";
const THIRD = "var(--picture-3)";

/** Draws the picture of an equation at some inputs. */
export function draw(
  spec: PictureSpec,
  equation: Equation,
  inputs: PlainInputs,
  options: DrawOptions,
): readonly Picture[] {
  switch (spec.kind) {
    case "curve":
      return [curve(spec, equation, inputs, options)];
    case "bars":
      return [bars(spec, equation, inputs, options)];
    case "heat":
      return [heat(spec, equation, inputs, options)];
    case "ranking":
      return ranking(spec, inputs, options);
    case "confusion":
      return [confusion(inputs, options)];
    case "contingency":
      return [contingency(inputs, options)];
    case "gan":
      return [gan(equation, inputs, options)];
    case "draws":
      return [draws(equation, inputs, options)];
  }
}

function plot(
  { document, width }: DrawOptions,
  description: string,
  settings: Plot.PlotOptions,
  marks: Marks,
): Picture {
  const svg = Plot.plot({
    document,
    width,
    height: 260,
    marginLeft: 52,
    marginBottom: 40,
    style: { fontSize: "13px", background: "transparent", overflow: "visible" },
    ...settings,
    marks,
  }) as SVGSVGElement;
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", description);
  // Said once: what the marks say to screen readers is in the description.
  for (const labelled of svg.querySelectorAll("[aria-label]")) labelled.removeAttribute("aria-label");
  svg.setAttribute("class", "picture");
  for (const style of svg.querySelectorAll("style")) style.remove();
  return { svg, description };
}

const nameOf = (key: string, equation: Equation): string =>
  spoken(symbolText(equation.symbols[key]?.latex ?? latexOfKey(key)));

// Curves

function curve(
  { over: [key, entry], from, to, slope, x: xLabel, y: yLabel }: PictureSpec & { kind: "curve" },
  equation: Equation,
  inputs: PlainInputs,
  options: DrawOptions,
): Picture {
  const own = inputs[key];
  const at = (x: number): PlainInputs =>
    entry === undefined
      ? { ...inputs, [key]: x }
      : { ...inputs, [key]: (own as readonly number[]).map((old, k) => (k === entry ? x : old)) };
  const value = (x: number): number => numericAt(equation, at(x))[0]!;
  const here = entry === undefined ? (own as number) : (own as readonly number[])[entry]!;
  const low = Math.min(from, here);
  const high = Math.max(to, here);
  const xs = Array.from({ length: POINTS }, (_, k) => low + ((high - low) * k) / (POINTS - 1));
  const points = xs.map((x) => ({ x, y: value(x) })).filter(({ y }) => Number.isFinite(y));
  const h = (high - low) / 4096;
  const slopes = points.map(({ x }) => ({ x, y: (value(x + h) - value(x - h)) / (2 * h) }));
  const y = value(here);
  const range = `from ${showNumber(low)} to ${showNumber(high)}`;
  const description = `${equation.name} over ${xLabel} ${range}${slope ? ", with its slope" : ""}: at ${showNumber(here)} it is ${showNumber(y)}.`;
  return plot(options, description, { x: { label: xLabel, nice: false }, y: { label: yLabel, grid: true } }, [
    Plot.ruleY([0], { stroke: FAINT }),
    ...(slope
      ? [
          Plot.line(slopes, { x: "x", y: "y", stroke: SECOND, strokeWidth: 1.5, strokeDasharray: "5 3" }),
          Plot.text(slopes.slice(-1), { x: "x", y: "y", text: () => "slope", fill: SECOND, dx: -4, dy: -8, textAnchor: "end" }), // prettier-ignore
        ]
      : []),
    Plot.line(points, { x: "x", y: "y", stroke: FIRST, strokeWidth: 2.5 }),
    ...(Number.isFinite(y)
      ? [
          Plot.dot([{ x: here, y }], { x: "x", y: "y", fill: FIRST, r: 5 }),
          Plot.text([{ x: here, y }], { x: "x", y: "y", text: () => showNumber(y), fill: INK, dy: -14, fontWeight: "bold" }), // prettier-ignore
        ]
      : []),
  ]);
}

// Bars

function bars(
  { inputs: keys, value, what, temperature }: PictureSpec & { kind: "bars" },
  equation: Equation,
  inputs: PlainInputs,
  options: DrawOptions,
): Picture {
  const T = options.control ?? 1;
  const given = temperature === true ? { z: (inputs["z"] as readonly number[]).map((z) => z / T) } : inputs;
  const groups = [
    ...keys.map((key) => ({ name: nameOf(key, equation), values: inputs[key] as readonly number[] })),
    ...(value === undefined ? [] : [{ name: value, values: numericAt(equation, given) }]),
  ];
  const data = groups.flatMap(({ name, values }) => values.map((y, k) => ({ name, y, x: String(k + 1) })));
  const many = groups.length > 1;
  const colours = [FIRST, SECOND, THIRD];
  const listed = groups.map(({ name, values }) => `${name}: ${values.map(showNumber).join(", ")}`).join("; ");
  const at = temperature === true ? ` at temperature ${showNumber(T)}` : "";
  const description = `Bars for ${equation.name}${at}. ${listed}.`;
  return plot(
    options,
    description,
    {
      x: { label: many ? null : "entry", type: "band", padding: 0.15 },
      y: { label: what, grid: true },
      ...(many ? { fx: { label: "entry" } } : {}),
      ...(many
        ? { color: { domain: groups.map(({ name }) => name), range: colours.slice(0, groups.length) } }
        : {}),
    },
    [
      Plot.barY(data, {
        ...(many ? { fx: "x", x: "name", fill: "name" } : { x: "x", fill: FIRST }),
        y1: 0,
        y2: "y",
      }),
      Plot.text(data, {
        ...(many ? { fx: "x", x: "name" } : { x: "x" }),
        y: "y",
        text: ({ y }: { y: number }) => Number(y.toPrecision(3)).toString(),
        dy: -8,
        fill: INK,
        fontSize: 11,
      }),
      Plot.ruleY([0], { stroke: FAINT }),
    ],
  );
}

// Heat maps

function heat(
  { of, rows, columns, what, tokens }: PictureSpec & { kind: "heat" },
  equation: Equation,
  inputs: PlainInputs,
  options: DrawOptions,
): Picture {
  const { formula } = equation;
  const bound = formula.bind(inputs);
  let matrix: readonly (readonly number[])[];
  if (of === "value") matrix = valueOf(formula, bound, formula.value) as readonly (readonly number[])[];
  else if ("input" in of) matrix = inputs[of.input] as readonly (readonly number[])[];
  else matrix = valueOf(formula, bound, callOf(formula.value, of.call)) as readonly (readonly number[])[];
  // Of a value for each member of a family the first member is shown.
  if (Array.isArray(matrix[0]?.[0]))
    [matrix] = matrix as unknown as readonly (readonly (readonly number[])[])[] as [typeof matrix];
  return heatMap(matrix, { title: equation.name, rows, columns, what, tokens: tokens === true }, options);
}

function callOf(expression: Expression, name: string): Expression {
  const find = (node: Expression): Expression | undefined => {
    if (node.kind === "call" && node.callee.latex.includes(name)) return node;
    for (const child of children(node)) {
      const found = find(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(expression) ?? expression;
}

function heatMap(
  matrix: readonly (readonly number[])[],
  words: { title: string; rows: string; columns: string; what: string; tokens: boolean },
  options: DrawOptions,
): Picture {
  const label = (k: number): string => (words.tokens ? (TOKENS[k] ?? String(k + 1)) : String(k + 1));
  const cells = matrix.flatMap((row, i) => row.map((value, j) => ({ i: label(i), j: label(j), value })));
  const values = cells.map(({ value }) => value).filter(Number.isFinite);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = Math.max(high, -low) || 1;
  const lines = matrix.map((row, i) => `${words.rows} ${label(i)}: ${row.map(showNumber).join(", ")}`);
  const description = `${words.title}, ${words.what} by ${words.rows} and ${words.columns}. ${lines.join("; ")}.`;
  const n = matrix.length;
  return plot(
    options,
    description,
    {
      height: Math.min(420, 64 + 44 * n),
      marginLeft: 64,
      marginTop: 36,
      marginBottom: 12,
      x: {
        label: words.columns,
        type: "band",
        domain: [...new Set(cells.map(({ j }) => j))],
        axis: "top",
        padding: 0.04,
      },
      y: { label: words.rows, type: "band", domain: [...new Set(cells.map(({ i }) => i))], padding: 0.04 },
    },
    [
      Plot.cell(cells, {
        x: "j",
        y: "i",
        fill: ({ value }: { value: number }) => (value < 0 ? SECOND : FIRST),
        fillOpacity: ({ value }: { value: number }) => 0.06 + 0.5 * (Math.abs(value) / span),
      }),
      Plot.text(cells, {
        x: "j",
        y: "i",
        text: ({ value }: { value: number }) => Number(value.toPrecision(3)).toString(),
        fill: INK,
      }),
    ],
  );
}

function confusion(inputs: PlainInputs, options: DrawOptions): Picture {
  const count = (key: string): number => (inputs[key] as number | undefined) ?? NaN;
  const cells = [
    { actual: "positive", predicted: "positive", key: "TP" },
    { actual: "positive", predicted: "negative", key: "FN" },
    { actual: "negative", predicted: "positive", key: "FP" },
    { actual: "negative", predicted: "negative", key: "TN" },
  ].map((cell) => ({ ...cell, value: count(cell.key) }));
  const known = cells.filter(({ value }) => !Number.isNaN(value));
  const most = Math.max(1, ...known.map(({ value }) => value));
  const description = `The confusion matrix. ${known.map(({ key, value }) => `${key} = ${showNumber(value)}`).join(", ")}${known.length < 4 ? "; the formula does not use the others" : ""}.`;
  return plot(
    options,
    description,
    {
      height: 210,
      marginLeft: 72,
      marginTop: 40,
      marginBottom: 12,
      x: { label: "predicted", type: "band", domain: ["positive", "negative"], axis: "top", padding: 0.04 },
      y: { label: "actual", type: "band", domain: ["positive", "negative"], padding: 0.04 },
    },
    [
      Plot.cell(cells, {
        x: "predicted",
        y: "actual",
        fill: ({ key }: { key: string }) => (key.startsWith("T") ? FIRST : SECOND),
        fillOpacity: ({ value }: { value: number }) =>
          Number.isNaN(value) ? 0.03 : 0.08 + 0.45 * (value / most),
      }),
      Plot.text(cells, {
        x: "predicted",
        y: "actual",
        text: ({ key, value }: { key: string; value: number }) =>
          Number.isNaN(value) ? `${key}: not used` : `${key} = ${showNumber(value)}`,
        fill: INK,
        fontSize: 14,
      }),
    ],
  );
}

/** How many items are in both of two clusters: by the label that each item has in the two. */
function contingency(inputs: PlainInputs, options: DrawOptions): Picture {
  const [U, V] = Object.values(inputs).slice(0, 2) as [readonly number[], readonly number[]];
  const rows = Math.max(...U);
  const columns = Math.max(...V);
  const table = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => U.filter((u, k) => u === i + 1 && V[k] === j + 1).length),
  );
  const words = {
    title: "Items by their clusters",
    rows: "cluster of U",
    columns: "cluster of V",
    what: "items",
    tokens: false,
  };
  return heatMap(table, words, options);
}

// Rankings

function ranking(
  { first }: PictureSpec & { kind: "ranking" },
  inputs: PlainInputs,
  options: DrawOptions,
): readonly Picture[] {
  const labels = inputs["y"] as readonly number[];
  const scores = inputs["s"] as readonly number[];
  const threshold = options.control ?? 0.5;
  const roc = rocCurve(labels, scores);
  const pr = precisionRecallCurve(labels, scores);
  const picture = (
    name: string,
    [xLabel, yLabel]: readonly [string, string],
    xs: ArrayLike<number>,
    ys: ArrayLike<number>,
    thresholds: ArrayLike<number>,
    diagonal: boolean,
  ): Picture => {
    const points = Array.from(xs, (x, k) => ({ x, y: ys[k]!, threshold: thresholds[k]! })).filter(
      ({ x, y }) => Number.isFinite(x) && Number.isFinite(y),
    );
    // The last point whose threshold is not below the reader's: what is predicted positive there.
    const here = [...points].reverse().find((point) => point.threshold >= threshold) ?? points[0]!;
    const description = `${name} over ${points.length} points. At threshold ${showNumber(threshold)}: ${xLabel} ${showNumber(here.x)}, ${yLabel} ${showNumber(here.y)}.`;
    return plot(
      { ...options, width: Math.min(options.width, 330) },
      description,
      {
        height: 300,
        x: { label: xLabel, domain: [0, 1], grid: true },
        y: { label: yLabel, domain: [0, 1], grid: true },
      },
      [
        ...(diagonal ? [Plot.line([[0, 0], [1, 1]], { stroke: FAINT, strokeDasharray: "4 4" })] : []), // prettier-ignore
        ...(diagonal ? [Plot.areaY(points, { x: "x", y1: 0, y2: "y", fill: FIRST, fillOpacity: 0.12 })] : []),
        Plot.line(points, { x: "x", y: "y", stroke: FIRST, strokeWidth: 2.5 }),
        Plot.dot(points, { x: "x", y: "y", fill: FIRST, r: 3 }),
        Plot.dot([here], { x: "x", y: "y", stroke: SECOND, strokeWidth: 3, r: 7 }),
      ],
    );
  };
  const both = [
    picture("The ROC curve", ["false positive rate", "true positive rate"], roc.falsePositiveRates, roc.truePositiveRates, roc.thresholds, true), // prettier-ignore
    picture("The precision–recall curve", ["recall", "precision"], pr.recalls, pr.precisions, pr.thresholds, false), // prettier-ignore
  ];
  return first === "roc" ? both : both.reverse();
}

// Generative models

/** The value of the game where the discriminator says the same of everything. */
function gan(equation: Equation, inputs: PlainInputs, options: DrawOptions): Picture {
  const value = equation.variants.find(({ id }) => id.endsWith("/value"))!;
  const data = inputs["p_data"] as readonly number[];
  const noise = inputs["p_z"] as readonly number[];
  const at = (d: number): number =>
    numericAt(value, { p_data: data, p_z: noise, D: data.map(() => d), G: noise.map(() => 1) })[0]!;
  const points = Array.from({ length: POINTS }, (_, k) => {
    const x = 0.005 + (0.99 * k) / (POINTS - 1);
    return { x, y: at(x) };
  });
  const best = at(0.5);
  const description = `The value of the game where the discriminator says D of everything, over D from 0 to 1: largest at one half, ${showNumber(best)}.`;
  return plot(
    options,
    description,
    { x: { label: "what the discriminator says, D", domain: [0, 1] }, y: { label: "value V", grid: true } },
    [
      Plot.line(points, { x: "x", y: "y", stroke: FIRST, strokeWidth: 2.5 }),
      Plot.ruleX([0.5], { stroke: FAINT, strokeDasharray: "4 4" }),
      Plot.dot([{ x: 0.5, y: best }], { x: "x", y: "y", fill: FIRST, r: 5 }),
      Plot.text([{ x: 0.5, y: best }], { x: "x", y: "y", text: () => showNumber(best), fill: INK, dy: -12 }),
    ],
  );
}

const DRAWS = 400;

/** Draws of the noise pushed through the equation, with the density that they are said to have. */
function draws(equation: Equation, inputs: PlainInputs, options: DrawOptions): Picture {
  const mu = inputs["mu"] as number;
  const sigma = inputs["sigma"] as number;
  const samples = normals(DRAWS).map((epsilon) => numericAt(equation, { mu, sigma, epsilon })[0]!);
  const spread = Math.max(sigma, 1e-6);
  const [low, high] = [mu - 3.5 * spread, mu + 3.5 * spread];
  const density = Array.from({ length: POINTS }, (_, k) => {
    const x = low + ((high - low) * k) / (POINTS - 1);
    return { x, y: Math.exp(-(((x - mu) / spread) ** 2) / 2) / (spread * Math.sqrt(2 * Math.PI)) };
  });
  const width = (high - low) / 28;
  const counts = Array.from({ length: 28 }, (_, k) => {
    const x1 = low + k * width;
    const inside = samples.filter((z) => z >= x1 && z < x1 + width).length;
    return { x1, x2: x1 + width, y: inside / (samples.length * width) };
  });
  const here = numericAt(equation, inputs)[0]!;
  const mean = samples.reduce((a, b) => a + b, 0) / samples.length;
  const description = `${DRAWS} draws of z with mean ${showNumber(mu)} and standard deviation ${showNumber(sigma)}, and the normal density; the draws' mean is ${mean.toFixed(3)}. The z of these inputs is ${showNumber(here)}.`;
  return plot(options, description, { x: { label: "z" }, y: { label: "density", grid: true } }, [
    Plot.rectY(counts, { x1: "x1", x2: "x2", y1: 0, y2: "y", fill: FIRST, fillOpacity: 0.35 }),
    Plot.line(density, { x: "x", y: "y", stroke: SECOND, strokeWidth: 2 }),
    Plot.ruleX([here], { stroke: INK, strokeWidth: 2 }),
    Plot.ruleY([0], { stroke: FAINT }),
  ]);
}

/** The same normal numbers every time: a small generator of 32 bits, and the polar method. */
function normals(count: number): number[] {
  let state = 1;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const numbers: number[] = [];
  while (numbers.length < count) {
    const u = 2 * uniform() - 1;
    const v = 2 * uniform() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) numbers.push(u * Math.sqrt((-2 * Math.log(s)) / s));
  }
  return numbers;
}
