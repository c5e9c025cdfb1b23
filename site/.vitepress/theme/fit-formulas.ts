// Formulas that are wider than their place are drawn smaller; what is still too wide scrolls, by keys too.

/** A formula is not drawn smaller than this share of its size. */
const LEAST = 0.6;

const FORMULAS = ".card .formula, .example .formula, .erratum .formula, .formula-main, .variant-formula";

export function fitFormulas(): void {
  const boxes = [...document.querySelectorAll<HTMLElement>(FORMULAS)];
  for (const box of boxes) box.style.fontSize = "";
  // All are measured before any is changed: the page is laid out once.
  const sizes = boxes.map((box) => ({
    share: box.clientWidth / box.scrollWidth,
    size: Number.parseFloat(getComputedStyle(box).fontSize),
  }));
  boxes.forEach((box, k) => {
    const { share, size } = sizes[k]!;
    if (share < 1) box.style.fontSize = `${(size * Math.max(LEAST, share * 0.97)).toFixed(2)}px`;
  });
  for (const box of [...boxes, ...document.querySelectorAll<HTMLElement>(".vp-doc table")]) reachable(box);
}

/** What scrolls can be come to by the Tab key, to be scrolled by arrows. */
function reachable(box: HTMLElement): void {
  if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
}
