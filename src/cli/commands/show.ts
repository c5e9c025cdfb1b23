// ml-equations show: one equation with all that its record says.

import type { Equation, Identity, OptionValues, Source } from "../../equations/index.js";
import { latexOfKey, showDomain, type SymbolDeclaration } from "../../latex/symbols.js";
import { equationOf } from "../catalogue.js";
import { toJson } from "../json.js";
import { paint, pairs, showInputs, showNumber } from "../text.js";

export function showCommand(id: string, options: { readonly latex: boolean; readonly json: boolean }): void {
  const equation = equationOf(id);
  if (options.latex) process.stdout.write(`${equation.latex}\n`);
  else if (options.json) process.stdout.write(`${toJson(record(equation))}\n`);
  else process.stdout.write(`${text(equation)}\n`);
}

/** What of a record is data: all but its functions. */
const DATA = [
  "id",
  "name",
  "family",
  "aliases",
  "latex",
  "symbols",
  "maxUlps",
  "identities",
  "limits",
  "conventions",
  "sources",
  "notes",
  "seeAlso",
  "options",
] as const satisfies readonly (keyof Equation)[];

function record(equation: Equation): unknown {
  const own = Object.fromEntries(DATA.map((key) => [key, equation[key]]));
  return { ...own, variants: equation.variants.map(record) };
}

function text(equation: Equation): string {
  const sections: [string, readonly (readonly [string, string])[]][] = [
    [
      "Symbols",
      Object.entries(equation.symbols).map(([key, symbol]) => [
        symbol.latex ?? latexOfKey(key),
        symbolText(symbol),
      ]),
    ],
    [
      "Variants",
      equation.variants.map(({ id, latex, options = {} }) => [
        optionsText(id.slice(equation.id.length + 1), options),
        latex,
      ]),
    ],
    ["Accuracy", [["", `within ${equation.maxUlps} ulp of the formula, at every input`]]],
    [
      "Identities",
      Object.entries(equation.identities).map(([name, identity]) => [name, identityText(identity)]),
    ],
    [
      "Limits",
      equation.limits.length > 0
        ? equation.limits.map(({ at, value }) => [showInputs(at), numbers(value)])
        : [["", equation.noLimits === undefined ? "" : `none: ${equation.noLimits}`]],
    ],
    ["Conventions", (equation.conventions ?? []).map((convention) => ["", convention])],
    ["Notes", (equation.notes ?? []).map((note) => ["", note])],
    ["Sources", equation.sources.map((source) => ["", sourceText(source)])],
    ["See also", equation.seeAlso === undefined ? [] : [["", equation.seeAlso.join(", ")]]],
  ];
  const aliases = equation.aliases === undefined ? "" : ` (${equation.aliases.join(", ")})`;
  return [
    `${paint("bold", equation.name)}${aliases}`,
    "",
    pairs([["", equation.latex]]),
    ...sections
      .filter(([, rows]) => rows.some(([, text]) => text !== ""))
      .flatMap(([title, rows]) => ["", paint("bold", title), pairs(rows)]),
  ].join("\n");
}

/** A variant by its name, or by the options that make it. */
function optionsText(name: string, options: OptionValues): string {
  const entries = Object.entries(options);
  if (entries.length === 0) return name;
  return entries.map(([key, value]) => (value === "any" ? key : `${key}: ${value}`)).join(", ");
}

function numbers(value: number | readonly number[]): string {
  return typeof value === "number" ? showNumber(value) : `(${value.map(showNumber).join(", ")})`;
}

function symbolText(symbol: SymbolDeclaration): string {
  const meaning = symbol.meaning === "" ? "" : `${symbol.meaning}; `;
  switch (symbol.kind) {
    case "function":
      return `${meaning}a function`;
    case "index":
      return `${meaning}a whole number from 1 to ${symbol.size}`;
    case "labels":
      return `${meaning}a vector of size ${symbol.size} of whole numbers from 1 to ${symbol.classes}`;
    case "set":
      return `${meaning}a finite set`;
    case "clustering":
      return `${meaning}a list of ${symbol.clusters} sets of ${symbol.items} items in all`;
    case "family":
      return `${meaning}${symbol.count} matrices ${symbol.member.rows} × ${symbol.member.columns} in ${showDomain(symbol.member.domain)}`;
    case "mapping":
      return `${meaning}a function, one of ${symbol
        .among()
        .map(({ name }) => name)
        .join(", ")}`;
    case "vector":
      return `${meaning}a vector of size ${symbol.size} in ${showDomain(symbol.domain)}`;
    case "matrix":
      return `${meaning}a matrix ${symbol.rows} × ${symbol.columns} in ${showDomain(symbol.domain)}`;
    default:
      return `${meaning}${symbol.kind} in ${showDomain(symbol.domain)}`;
  }
}

function identityText({ latex, assuming }: Identity): string {
  return assuming === undefined ? latex : `${latex} assuming ${assuming}`;
}

function sourceText({ authors, year, title, reference, at }: Source): string {
  return `${authors} (${year}). ${title}. ${reference}${at === undefined ? "" : `, ${at}`}`;
}
