// Formulas that are wider than their place: on cards they are drawn smaller, elsewhere they scroll, by keys too.

/** A formula is not drawn smaller than this share of its size. */
const LEAST = 0.6;

export function fitFormulas(): void {
  for (const box of document.querySelectorAll<HTMLElement>(".card .formula, .example .formula")) {
    box.style.fontSize = "";
    const share = box.clientWidth / box.scrollWidth;
    if (share < 1) box.style.fontSize = `${Math.max(LEAST, share * 0.98) * 0.9}em`;
    reachable(box);
  }
  const others = ".formula-main, .variant-formula, .erratum .formula, .vp-doc table";
  for (const box of document.querySelectorAll<HTMLElement>(others)) reachable(box);
}

/** What scrolls can be come to by the Tab key, to be scrolled by arrows. */
function reachable(box: HTMLElement): void {
  if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
}
