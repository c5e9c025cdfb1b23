// Layout → LaTeX that has the same layout: how names, indices and left sides are printed, macros expanded.

import type { Box, Row } from "./layout.js";

const FONT: Readonly<Partial<Record<string, string>>> = {
  bold: "\\mathbf",
  cal: "\\mathcal",
  blackboard: "\\mathbb",
  fraktur: "\\mathfrak",
};
const ACCENT: Readonly<Partial<Record<string, string>>> = {
  vec: "\\vec",
  ring: "\\mathring",
};
/** Operators that TeX spaces by itself but that read better with a space around. */
const SPACED = new Set(["=", "+", "-", "<", ">"]);

/** A row of boxes as LaTeX. */
export function printLayout(row: Row): string {
  let text = "";
  for (const box of row) {
    const next = printBox(box);
    text += /\\[A-Za-z]+$/u.test(text.slice(-40)) && /^[A-Za-z]/u.test(next) ? ` ${next}` : next;
  }
  return text.trim();
}

function printBox(box: Box): string {
  switch (box.type) {
    case "symbol":
      return printName(box.name);
    case "number":
      return box.text;
    case "word":
      return /^[A-Za-z]$/u.test(box.text)
        ? `\\mathrm{${box.text}}`
        : `\\text{${box.text.replaceAll("_", "\\_")}}`;
    case "operator":
      if (box.name === "\\dots" || box.name === ",") return `${box.name} `;
      return SPACED.has(box.name) ? ` ${box.name} ` : box.name;
    case "big":
    case "bar":
      return box.name;
    case "scripts": {
      const sub = box.sub === undefined ? "" : `_{${printLayout(box.sub)}}`;
      const sup = box.sup === undefined ? "" : `^{${printLayout(box.sup)}}`;
      const { base } = box;
      const invisible = base.type === "fence" && base.open === "." && base.close === ".";
      const below = invisible ? `{${printLayout(base.body)}}` : printBox(base);
      return `${below}${"'".repeat(box.primes)}${box.supFirst ? sup + sub : sub + sup}`;
    }
    case "fraction":
      return `\\${box.line ? "frac" : "binom"}{${printLayout(box.numerator)}}{${printLayout(box.denominator)}}`;
    case "root":
      return `\\sqrt${box.degree === undefined ? "" : `[${printLayout(box.degree)}]`}{${printLayout(box.body)}}`;
    case "fence": {
      const directed = !["|", "\\|", "."].some((side) => box.open === side || box.close === side);
      const [left, right] = directed ? ["", ""] : ["\\left", "\\right"];
      const open = /[A-Za-z]$/u.test(box.open) ? `${box.open} ` : box.open;
      return `${left}${open}${printLayout(box.body)}${right}${box.close}`;
    }
    case "grid": {
      const rows = box.rows.map((cells) => cells.map(printLayout).join(" & ")).join(" \\\\ ");
      return box.name === "substack"
        ? `\\substack{${rows}}`
        : `\\begin{${box.name}}${rows}\\end{${box.name}}`;
    }
    case "space":
      return box.width < 0 ? "\\!" : box.width >= 1 ? "\\quad " : "\\,";
    case "break":
      return " \\\\ ";
  }
}

/** A symbol's name after its accents and fonts: `hat bold x` is `\hat{\mathbf{x}}`. */
function printName(name: string): string {
  const at = name.indexOf(" ");
  if (at < 0) return name;
  const command = name.slice(0, at);
  return `${FONT[command] ?? ACCENT[command] ?? `\\${command}`}{${printName(name.slice(at + 1))}}`;
}
