// Where a field's value stands among the inputs: under its symbol, or within a function that is chosen.

import type { PlainInputs } from "../catalogue/default-inputs.js";
import type { PlainValue } from "../../src/evaluate/inputs.js";
import type { Field } from "./fields.js";

/** The value of a field among the inputs. */
export function valueAt(inputs: PlainInputs, [key, inner]: Field["path"]): PlainValue {
  const value = inputs[key]!;
  return inner !== undefined && isChosen(value) ? value.with[inner]! : value;
}

/** The inputs with one value changed. */
export function withValue(inputs: PlainInputs, [key, inner]: Field["path"], value: PlainValue): PlainInputs {
  const old = inputs[key]!;
  if (inner === undefined || !isChosen(old)) return { ...inputs, [key]: value };
  return { ...inputs, [key]: { ...old, with: { ...old.with, [inner]: value } } };
}

/** Told without the evaluator, which is loaded later. */
function isChosen(value: PlainValue): value is Extract<PlainValue, { readonly is: string }> {
  return typeof value === "object" && "is" in value;
}
