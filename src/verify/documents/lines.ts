// Lines of a text, counted from 1.

/** The text with one kind of line end, and without a byte order mark. */
export function withPlainLineEnds(text: string): string {
  const from = text.startsWith("\uFEFF") ? 1 : 0;
  return (from === 0 ? text : text.slice(1)).replace(/\r\n?/gu, "\n");
}

/** Where each line of a text starts. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
  }

  /** The line that holds this place. */
  at(place: number): number {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= place) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}
