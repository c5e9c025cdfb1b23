import { tail } from "../elementary/error-free.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { sumHead } from "../elementary/parts.js";
import { wrongType } from "../errors.js";
import { gatedHead, mixedHead } from "./gated.js";
import { type Gate, readState, type ResetGate, rowsOf, setVector } from "./parameters.js";
import type { Cell } from "./rnn-cell.js";
import { productOfRow, type Rows, splitVector } from "./rows.js";

/** The parameters of a GRU cell. */
export interface GruParameters {
  /** The reset gate r: how much of the state the candidate sees. */
  readonly reset: Gate;
  /** The update gate z: how much of the state is kept. At 1 all is kept. */
  readonly update: Gate;
  /** The candidate h̃; its d, the bias of the recurrent term, only with resetAfter. */
  readonly candidate: ResetGate;
}

/** The options of {@link gruCell}. */
export interface GruOptions {
  /** Whether the reset gate scales U h, after the matrix, and not h; false unless given. */
  readonly resetAfter?: boolean | undefined;
}

/**
 * Gated recurrent unit: with
 *
 *     z = σ(W_z xₜ + U_z hₜ₋₁ + b_z)      r = σ(W_r xₜ + U_r hₜ₋₁ + b_r)
 *     h̃ = tanh(W_h xₜ + U_h (r ⊙ hₜ₋₁) + b_h)
 *
 * or, with resetAfter, h̃ = tanh(W_h xₜ + b_h + r ⊙ (U_h hₜ₋₁ + d_h)), the state is hₜ = z ⊙ hₜ₋₁ + (1 - z) ⊙ h̃.
 *
 * This is Cho's z, PyTorch's and ONNX's; Chung et al. (2014) exchange z and 1 - z: negate the W, U and b of their update gate.
 *
 * Within 2 ulp of z |hₜ₋₁| + (1 - z) s, where s is tanh of the sum of the sizes of the terms of h̃, as long as these are below
 * 2⁴⁰ where they cancel. A limit is taken where inputs or states are infinite, NaN where there is none; NaN gives NaN.
 *
 * PyTorch's GRUCell is resetAfter, and stacks the gates as r, z, n, where n is the candidate: of gate k = 0, 1, 2, W is rows k m
 * to k m + m - 1 of weight_ih, U the same rows of weight_hh; b of r and z is the same entries of bias_ih + bias_hh; b of n is of
 * bias_ih alone and d of bias_hh. ONNX's GRU stacks them as z, r, h: W and U are those rows of W[0] and R[0], B[0][:3m] is as
 * bias_ih and B[0][3m:] as bias_hh; with linear_before_reset = 0, its default, b of h is the sum of both and there is no d, else
 * it is resetAfter.
 *
 * @param parameters reset, update, candidate: each with W (m × d), U (m × m) and b (m entries, 0 unless given); they are
 * checked and copied
 * @param options resetAfter: false by default
 * @returns a function of an input x (d entries) and a state h (m entries), which are not changed, that gives the next state
 * @throws ShapeError if sizes do not fit; TypeError if a parameter is no matrix or vector, or if there is a d without
 * resetAfter: now of the parameters, then of x and h
 *
 * Source: K. Cho et al., Learning phrase representations using RNN encoder–decoder for statistical machine translation,
 * Conference on Empirical Methods in Natural Language Processing (2014), eq. 5 to 8; resetAfter: its first version on arXiv,
 * 1406.1078v1.
 */
export function gruCell(
  { reset, update, candidate }: GruParameters,
  { resetAfter = false }: GruOptions = {},
): Cell<ArrayLike<number>, Float64Array> {
  const rows = rowsOf([
    ["reset", reset],
    ["update", update],
    ["candidate", candidate],
  ]);
  if (!resetAfter && candidate.d !== undefined) {
    throw wrongType("candidate.d", "left out unless resetAfter is true", candidate.d);
  }
  const m = rows.states;
  const argumentsOf = resetAfter ? resetTerms : resetStates;
  const highs = new Float64Array(m);
  const lows = new Float64Array(m);
  const ofUpdate = new Float64Array(2 * m);
  return (x, h) => {
    const state = readState("h", rows, h);
    setVector(rows, x, state);
    for (let i = 0; i < m; i++) {
      ofUpdate[2 * i] = productOfRow(rows, m + i);
      ofUpdate[2 * i + 1] = tail[0]!;
    }
    argumentsOf(rows, state, highs, lows);
    const next = new Float64Array(m);
    for (let i = 0; i < m; i++) {
      const a = ofUpdate[2 * i]!;
      const aTail = ofUpdate[2 * i + 1]!;
      // 1 - σ(a) is σ(-a), and nothing cancels.
      next[i] = mixedHead(a, aTail, state[i]!, -a, -aTail, highs[i]!, lows[i]!) + tail[0]!;
    }
    return next;
  };
}

/** 2⁻⁵⁸ and 2⁻⁵³ */
const SIGMOID_ERROR = 3.469446951953614e-18;
const HALF_ULP = 1.1102230246251565e-16;

/** Whether terms of a size, of which each has a factor σ, may be too imprecise for the tanh of their sum, a. */
function isVague(size: number, a: number): boolean {
  const error = size * SIGMOID_ERROR;
  return !(error < HALF_ULP || Math.abs(a) > 22 + 2 * error);
}

/** The arguments W x + U (r ⊙ h) + b of the candidate, in two parts each. */
function resetStates(rows: Rows, state: Float64Array, highs: Float64Array, lows: Float64Array): void {
  const { inputs, states: m, norms, vector } = rows;
  for (let precise = false, isLast = false; !isLast; precise = true) {
    let largest = 0;
    for (let i = 0; i < m; i++) {
      const a = productOfRow(rows, i, precise);
      highs[i] = gatedHead(a, tail[0]!, state[i]!, 0, precise);
      lows[i] = tail[0]!;
      largest = Math.max(largest, Math.abs(highs[i]!));
    }
    vector.values.set(highs, inputs + 1);
    vector.rests.set(lows, inputs + 1);
    splitVector(rows);
    isLast = true;
    for (let i = 0; i < m; i++) {
      highs[i] = productOfRow(rows, 2 * m + i, precise);
      lows[i] = tail[0]!;
      if (!precise && isVague(norms[2 * m + i]! * largest, highs[i]!)) isLast = false;
    }
    vector.values.set(state, inputs + 1);
    vector.rests.fill(0);
  }
}

/** The arguments W x + b + r ⊙ (U h + d) of the candidate, in two parts each. */
function resetTerms(rows: Rows, _state: Float64Array, highs: Float64Array, lows: Float64Array): void {
  for (let i = 0; i < rows.states; i++) {
    highs[i] = resetTerm(rows, i, false);
    lows[i] = tail[0]!;
  }
}

function resetTerm(rows: Rows, i: number, precise: boolean): number {
  const { inputs, states: m, vector } = rows;
  const ofReset = productOfRow(rows, i, precise);
  const ofResetTail = tail[0]!;
  // r = 1: one sum, in which terms may cancel that are beyond the doubles.
  if (ofReset > 700) return productOfRow(rows, 2 * m + i);
  const ofInput = productOfRow(rows, 2 * m + i, precise, 0, inputs + 1);
  const ofInputTail = tail[0]!;
  const ofState = productOfRow(rows, 2 * m + i, precise, inputs + 1);
  const term = gatedHead(ofReset, ofResetTail, ofState, tail[0]!, precise);
  const a = sumHead(ofInput, ofInputTail, term, tail[0]!);
  if (ofState - ofState === 0 && a - a === 0) {
    return !precise && isVague(Math.abs(term), a) ? resetTerm(rows, i, true) : a;
  }

  // U h + d may overflow, and its product with r not; or both terms, and their sum not. With entries below 2⁻¹⁹ none does.
  const power = 20 + exponentOf(vector.largest);
  const values = vector.values.map((value) => timesPowerOfTwo(value, -power));
  const scaled = { ...rows, vector: { ...vector, values } };
  const small = productOfRow(scaled, 2 * m + i, true, inputs + 1);
  const smallTerm = gatedHead(ofReset, ofResetTail, small, tail[0]!, true);
  const smallTail = tail[0]!;
  const large = timesPowerOfTwo(smallTerm, power);
  const sum = sumHead(ofInput, ofInputTail, large, timesPowerOfTwo(smallTail, power));
  if (sum === sum) return sum;
  const ofSmallInput = productOfRow(scaled, 2 * m + i, true, 0, inputs + 1);
  const smallSum = sumHead(ofSmallInput, tail[0]!, smallTerm, smallTail);
  tail[0] = timesPowerOfTwo(tail[0]!, power);
  return timesPowerOfTwo(smallSum, power);
}
