// Which part of a drawn formula a point is on. KaTeX's boxes lie over each other, so what counts is where the ink is.

interface Place {
  readonly part: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** So much around the ink counts as on it, for fingers. */
const MARGIN = 3;

/** The smallest part whose ink is around the point, in the coordinates of the window. */
export function partAtPoint(root: HTMLElement, x: number, y: number): number | undefined {
  let best: Place | undefined;
  for (const place of placesIn(root)) {
    const inside =
      x >= place.left - MARGIN &&
      x <= place.right + MARGIN &&
      y >= place.top - MARGIN &&
      y <= place.bottom + MARGIN;
    if (inside && (best === undefined || areaOf(place) < areaOf(best))) best = place;
  }
  return best?.part;
}

function areaOf({ left, top, right, bottom }: Place): number {
  return (right - left) * (bottom - top);
}

/** The box around the ink of each part: of its letters, and of the lines of its fractions and roots. */
function placesIn(root: HTMLElement): readonly Place[] {
  return [...root.querySelectorAll<HTMLElement>("[data-part]")].flatMap((element): Place[] => {
    const inked = [...element.querySelectorAll("*")].filter(
      (inner) => inner.tagName === "svg" || inner.matches(".frac-line") || hasLetters(inner),
    );
    if (hasLetters(element)) inked.push(element);
    const boxes = inked.map((inner) => inner.getBoundingClientRect()).filter(({ width }) => width > 0);
    if (boxes.length === 0) return [];
    return [
      {
        part: Number(element.dataset["part"]),
        left: Math.min(...boxes.map(({ left }) => left)),
        top: Math.min(...boxes.map(({ top }) => top)),
        right: Math.max(...boxes.map(({ right }) => right)),
        bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
      },
    ];
  });
}

function hasLetters(element: Element): boolean {
  return [...element.childNodes].some(
    ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && /[^\s\u200b]/u.test(textContent ?? ""),
  );
}
