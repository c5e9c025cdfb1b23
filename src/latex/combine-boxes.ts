// How boxes side by side combine: digits into numbers, upright letters into words, fonts into names.

import type { Span } from "./errors.js";
import { layoutKey, letterKey, type Box, type Row, type ScriptsBox } from "./layout.js";

/** Whether a box is `\prime`, which may stand above as ' does. */
export function isPrime(box: Box): boolean {
  return box.type === "symbol" && box.name === "\\prime";
}

/** What an accent is put on. */
export function nameOf(box: Box): string {
  return box.type === "symbol" ? box.name : layoutKey([box]);
}

/** A font makes another symbol of a letter; accents stay outside: `\mathbf{\hat{y}}` is `\hat{\mathbf{y}}`. */
export function withFont(font: string, box: Box): Box {
  switch (box.type) {
    case "symbol": {
      const parts = box.name.split(" ");
      return { ...box, name: [...parts.slice(0, -1), font, parts.at(-1)].join(" ") };
    }
    case "number":
      return { type: "symbol", name: `${font} ${box.text}`, start: box.start, end: box.end };
    case "word":
      return { type: "symbol", name: `${font} ${box.text}`, start: box.start, end: box.end };
    case "scripts":
      return { ...box, base: withFont(font, box.base) };
    default:
      return box;
  }
}

/** Upright letters make one word; anything else keeps its shape. */
export function upright(row: Row, span: Span): readonly Box[] {
  const letters = row.filter((box) => box.type !== "space");
  const last = letters.at(-1);
  const bases = letters.map((box) => (box === last && box.type === "scripts" ? box.base : box));
  const pieces = bases.map((box) =>
    box.type === "operator" && ["-", ".", "_"].includes(box.name) ? box.name : letterKey(box),
  );
  if (last === undefined || pieces.some((piece) => piece === undefined || piece.startsWith("<"))) return row;
  const word: Box = { type: "word", text: pieces.join(""), start: span.start, end: span.end };
  if (last.type !== "scripts") return [word];
  const scripts: ScriptsBox = { ...last, base: word, start: span.start, end: span.end };
  return [scripts];
}

/** From the start of one row to the end of another. */
export function spanOf(first: Row, second: Row, fallback: Span): Span {
  return { start: first[0]?.start ?? fallback.start, end: second.at(-1)?.end ?? fallback.end };
}

/** Digits side by side make one number, also with a decimal point or `{,}`, and the last may carry scripts. */
export function glue(boxes: readonly Box[]): Box[] {
  const result: Box[] = [];
  for (let k = 0; k < boxes.length; k++) {
    const box = boxes[k]!;
    const next = boxes[k + 1];
    const previous = result.at(-1);
    const isPoint = box.type === "operator" && box.name === ".";
    const isSeparator = box.type === "operator" && box.name === "{,}";
    const nextNumber = next?.type === "number" || (next?.type === "scripts" && next.base.type === "number");
    if (
      isPoint &&
      nextNumber &&
      next.start === box.end &&
      (previous?.type !== "number" || !previous.text.includes("."))
    ) {
      if (previous?.type === "number" && previous.end === box.start) {
        result[result.length - 1] = { ...previous, text: `${previous.text}.`, end: box.end };
      } else {
        result.push({ type: "number", text: "0.", start: box.start, end: box.end });
      }
    } else if (isSeparator && previous?.type === "number" && nextNumber) {
      result[result.length - 1] = { ...previous, end: box.end };
    } else if (isSeparator) {
      result.push({ ...box, name: "," });
    } else if (box.type === "number" && previous?.type === "number") {
      result[result.length - 1] = { ...previous, text: previous.text + box.text, end: box.end };
    } else if (box.type === "scripts" && box.base.type === "number" && previous?.type === "number") {
      const base = { ...previous, text: previous.text + box.base.text, end: box.base.end };
      result[result.length - 1] = { ...box, base, start: previous.start };
    } else if (isEquals(box) && isAngle(previous) && previous.end === box.start) {
      // <= as it is typed.
      const name = previous.name === "<" ? "\\le" : "\\ge";
      result[result.length - 1] = { ...previous, name, end: box.end };
    } else if (isPoint && isDots(boxes, k)) {
      result.push({ type: "operator", name: "\\dots", start: box.start, end: boxes[k + 2]!.end });
      k += 2;
    } else {
      result.push(box);
    }
  }
  return result;
}

function isEquals(box: Box): boolean {
  return box.type === "operator" && box.name === "=";
}

function isAngle(box: Box | undefined): box is Box & { readonly type: "operator" } {
  return box?.type === "operator" && (box.name === "<" || box.name === ">");
}

/** Three full stops stand for `\dots`. */
function isDots(boxes: readonly Box[], at: number): boolean {
  return [at, at + 1, at + 2].every((k) => {
    const box = boxes[k];
    return box?.type === "operator" && box.name === ".";
  });
}
