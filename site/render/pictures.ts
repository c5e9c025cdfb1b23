// Pictures at build time, in a document that linkedom makes up.

import { parseHTML } from "linkedom";
import type { PlainInputs } from "../catalogue/default-inputs.js";
import { controlOf, pictureOf } from "../live/pictures/specs.js";
import { draw } from "../live/pictures/draw.js";
import type { Equation } from "../../src/equations/index.js";
import { escapeHtml, templateSafe } from "./katex.js";

const WIDTH = 640;

/** The pictures of an equation as figures with their descriptions; undefined where it has none. */
export function picturesHtml(equation: Equation, inputs: PlainInputs): string | undefined {
  const spec = pictureOf(equation.id);
  if (spec === undefined) return undefined;
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const options = { document, width: WIDTH, control: controlOf(spec)?.start };
  return draw(spec, equation, inputs, options)
    .map(({ svg, description }) => {
      const html = svg.outerHTML.replaceAll(/\d+\.\d{4,}/gu, (number) =>
        String(Number(Number(number).toFixed(2))),
      );
      return templateSafe(`<figure>${html}<figcaption>${escapeHtml(description)}</figcaption></figure>`);
    })
    .join("");
}
