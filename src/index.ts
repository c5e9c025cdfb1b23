// ml-equations: the numeric functions, nothing else. The formulas are in "ml-equations/equations".

export { gelu } from "./numeric/activations/gelu.js";
export { logSigmoid } from "./numeric/activations/log-sigmoid.js";
export { logSoftmax } from "./numeric/activations/log-softmax.js";
export { relu } from "./numeric/activations/relu.js";
export { sigmoid } from "./numeric/activations/sigmoid.js";
export { softmax } from "./numeric/activations/softmax.js";
export { softplus } from "./numeric/activations/softplus.js";
export { tanh } from "./numeric/activations/tanh.js";
export { DomainError, ShapeError } from "./numeric/errors.js";
export { matrix, row, toArray, type Matrix, type MatrixLike } from "./numeric/matrix.js";
