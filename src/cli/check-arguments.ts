// The command line of `check`, in which formulas may begin with a minus.

/** Options of `check` that take a value. */
const WITH_VALUE: ReadonlySet<string> = new Set(["--as", "--symbols", "--format", "--timeout"]);

/**
 * The command line with the formulas and files of `check` behind a `--`, so that none of them is taken for an option:
 * `-\sum_i t_i \ln p_i` is a formula. What looks like an option (`--name`, `-h`) is one.
 */
export function checkArguments(argv: readonly string[]): string[] {
  const [node = "", script = "", command, ...words] = argv;
  if (command !== "check") return [...argv];
  const options: string[] = [];
  const operands: string[] = [];
  for (let k = 0; k < words.length; k++) {
    const word = words[k]!;
    if (word === "--") {
      operands.push(...words.slice(k + 1));
      break;
    }
    if (!/^(?:--[a-z][a-z-]*(?:=[^]*)?|-h)$/iu.test(word)) {
      operands.push(word);
      continue;
    }
    options.push(word);
    if (WITH_VALUE.has(word) && k + 1 < words.length) options.push(words[++k]!);
  }
  return [node, script, command, ...options, "--", ...operands];
}
