// What the scripts of an equation's page start from: its inputs as fields, both values, and texts to copy.

import { bibtex } from "../catalogue/bibtex.js";
import { defaultInputs, type PlainInputs } from "../catalogue/default-inputs.js";
import { markdown } from "../catalogue/sheet.js";
import { fieldsOf, type Field } from "../live/fields.js";
import { resultAt, type Result } from "../live/result.js";
import { controlOf, pictureOf } from "../live/pictures/specs.js";
import type { Equation } from "../../src/equations/index.js";
import { measuredOf } from "../build/measured.js";
import { importWithCall } from "./call.js";

export interface PageData {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly latex: string;
  readonly maxUlps: number;
  readonly ofTerms: boolean;
  readonly measured: { readonly samples: number; readonly maxUlps: number };
  readonly inputs: PlainInputs;
  readonly fields: readonly Field[];
  readonly result: Result;
  /** The variants' ids. */
  readonly variants: readonly string[];
  readonly control: ReturnType<typeof controlOf> | null;
  readonly hasPicture: boolean;
  readonly copies: { readonly importLine: string; readonly markdown: string; readonly bibtex: string };
}

export function pageData(equation: Equation): PageData {
  const inputs = defaultInputs(equation);
  const { id, name, latex, maxUlps, termScale } = equation;
  const spec = pictureOf(id);
  return {
    id,
    name,
    title: name,
    description: `${name}: its formula, what each part of it is worth, and a proof that the implementation agrees.`,
    latex,
    maxUlps,
    ofTerms: termScale !== undefined,
    measured: measuredOf(id),
    inputs,
    fields: fieldsOf(equation, inputs),
    result: resultAt(equation, inputs),
    variants: equation.variants.map((variant) => variant.id),
    control: (spec && controlOf(spec)) ?? null,
    hasPicture: spec !== undefined,
    copies: {
      importLine: importWithCall(equation, inputs),
      markdown: `${markdown(equation)}\n`,
      bibtex: `${equation.sources.map(bibtex).join("\n\n")}\n`,
    },
  };
}
