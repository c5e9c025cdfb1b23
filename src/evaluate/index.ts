/** Formulas: LaTeX read into meaning, and evaluated with a proven error bound. */
export { LatexError, underline, type LatexErrorCode, type Span } from "../latex/errors.js";
export type { Conventions, Expression } from "../latex/expression.js";
export { printExpression } from "../latex/print.js";
export type { Note } from "../latex/reading.js";
export type { Statement } from "../latex/read-statement.js";
export {
  clustering,
  DeclarationError,
  functionSymbol,
  index,
  integer,
  labels,
  family,
  mapping,
  matrix,
  parseKind,
  probability,
  real,
  set,
  vector,
  type ClusteringSymbol,
  type FunctionSymbol,
  type IndexSymbol,
  type LabelsSymbol,
  type MatrixOptions,
  type MatrixSymbol,
  type NumberSymbol,
  type SetSymbol,
  type SymbolDeclaration,
  type SymbolDeclarations,
  type SymbolOptions,
  type VectorOptions,
  type VectorSymbol,
} from "../latex/symbols.js";
export type { Shape } from "../latex/shapes.js";
export {
  formula,
  Formula,
  UndecidedError,
  type EvaluateOptions,
  type FormulaDigits,
  type FormulaOptions,
  type FormulaValue,
  type Inputs,
} from "./formula.js";
export { InputError, type InputValue, type PlainValue } from "./inputs.js";
