#!/usr/bin/env node
// The ml-equations command: a thin face over the rest. Each subcommand loads only what it needs.

import { createRequire } from "node:module";
import { Command, InvalidArgumentError, Option } from "commander";
import { checkArguments } from "./check-arguments.js";
import { DEFAULT_SAMPLES, DEFAULT_SEED } from "../verify/defaults.js";

const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };

/** Exit status for a command line or an input that cannot be carried out. */
const WRONG_USAGE = 2;

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === "" || !Number.isInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

function seconds(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value > 0 && value <= 3600))
    throw new InvalidArgumentError("Expected a number of seconds, up to 3600.");
  return value;
}

const program = new Command("ml-equations")
  .description(
    "The classical machine-learning equations: each formula is executed, and held against its implementation.",
  )
  .version(version)
  .showHelpAfterError("(--help tells more)")
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : WRONG_USAGE);
  });

const json = (): Option => new Option("--json", "print JSON").default(false);

program
  .command("verify")
  .description("hold every formula against its implementation; exit status 1 unless all hold")
  .option("--only <id...>", "only these equations", [])
  .option(
    "--samples <n>",
    "how many inputs to draw for each equation",
    wholeNumber(1, 10_000_000),
    DEFAULT_SAMPLES,
  )
  .option("--seed <n>", "the seed of the drawn inputs", wholeNumber(-(2 ** 31), 2 ** 31 - 1), DEFAULT_SEED)
  .option("--mutants", "also try every single edit of each formula: the samples must tell it apart", false)
  .addOption(json())
  .action(async (options: import("./commands/verify.js").VerifyCommandOptions) => {
    const { verifyCommand } = await import("./commands/verify.js");
    process.exitCode = await verifyCommand(options);
  });

program
  .command("list")
  .description("name the equations of the catalogue")
  .addOption(json())
  .action(async (options: { json: boolean }) => {
    const { listCommand } = await import("./commands/list.js");
    listCommand(options);
  });

program
  .command("show")
  .description("show one equation: formula, symbols, identities, conventions, sources")
  .argument("<id>", "the equation's id")
  .option("--latex", "print only the LaTeX", false)
  .addOption(json())
  .action(async (id: string, options: { latex: boolean; json: boolean }) => {
    const { showCommand } = await import("./commands/show.js");
    showCommand(id, options);
  });

program
  .command("eval")
  .description("evaluate an equation, or a formula of your own, at some inputs")
  .argument("[id]", "the equation's id")
  .option("--latex <formula>", "a formula of your own")
  .option("--symbols <json>", 'its symbols and their kinds: {"z": "real", "x": "vector(K)"}')
  .option(
    "--input <json>",
    'the inputs: {"z": 2}; the strings "Infinity", "-Infinity", "NaN" and "-0" are numbers',
    "{}",
  )
  .option("--digits <n>", "so many proven decimals of the formula's value", wholeNumber(1, 9000))
  .addOption(json())
  .action(async (id: string | undefined, options: import("./commands/eval.js").EvalCommandOptions) => {
    const { evalCommand } = await import("./commands/eval.js");
    evalCommand(id, options);
  });

program
  .command("check")
  .description(
    "check formulas that someone else wrote; exit status 1 if one differs from the equation it states",
  )
  .argument(
    "<formula-or-file...>",
    "formulas, files (.tex, .md, .ipynb, .rst), folders, or - for standard input",
  )
  .option("--as <id>", "the equation that every formula is held to")
  .option("--symbols <json>", 'kinds of their symbols: {"x": "vector(n)"}')
  .addOption(json())
  .addOption(
    new Option("--format <format>", "github prints annotations")
      .choices(["text", "json", "github"])
      .default("text"),
  )
  .option("--strict", "exit status 1 also for formulas that are unreadable or unknown", false)
  .option("--inline", "also the formulas inside lines of text", false)
  .option("--timeout <seconds>", "so long may one formula take", seconds, 2)
  .action(async (words: string[], options: import("./commands/check.js").CheckCommandOptions) => {
    const { checkCommand } = await import("./commands/check.js");
    process.exitCode = await checkCommand(words, options);
  });

try {
  await program.parseAsync(checkArguments(process.argv));
} catch (error) {
  await report(error);
  process.exitCode = WRONG_USAGE;
}

/** Errors of reading, of inputs and of usage are for the person at the terminal; others are ours, with their stack. */
async function report(error: unknown): Promise<void> {
  const known = [
    "LatexError",
    "InputError",
    "DeclarationError",
    "UndecidedError",
    "UsageError",
    "RangeError",
  ];
  if (!(error instanceof Error) || !known.includes(error.name)) throw error;
  if (process.argv.includes("--json")) {
    const { toJson } = await import("./json.js");
    const { reason, start, end, code, span } = error as Error &
      Partial<import("../latex/errors.js").LatexError> & {
        span?: import("../latex/errors.js").Span;
      };
    const place = { start: start ?? span?.start ?? null, end: end ?? span?.end ?? null };
    process.stdout.write(
      `${toJson({ error: { name: error.name, code: code ?? null, message: reason ?? error.message, ...place } })}\n`,
    );
    return;
  }
  process.stderr.write(`${error.name}: ${error.message}\n`);
}
