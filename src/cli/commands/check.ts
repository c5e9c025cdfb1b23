// ml-equations check: a stranger's formulas, from the command line or from documents, held against the catalogue.

import { SingleBar } from "cli-progress";
import type { CheckReport } from "../../verify/check/check.js";
import { latexOfKey, parseKind } from "../../latex/symbols.js";
import { readName } from "../../latex/scope.js";
import { CheckPool } from "../check-pool.js";
import {
  annotation,
  reportText,
  summaryText,
  visible,
  visibleJson,
  type PlacedReport,
} from "../check-format.js";
import { itemsOf, sourcesOf, type Item, type Source } from "../check-sources.js";
import { objectFromJson, toJson, UsageError } from "../json.js";

export interface CheckCommandOptions {
  readonly as: string | undefined;
  readonly symbols: string | undefined;
  readonly json: boolean;
  readonly format: "text" | "json" | "github";
  readonly strict: boolean;
  readonly inline: boolean;
  /** In seconds. */
  readonly timeout: number;
}

/** Exit status where something differs, or, strictly, is not known to be right. */
const FOUND = 1;
/** Exit status where a file cannot be read. */
const TROUBLE = 2;

/** Checks, prints as it goes, and gives the exit status. */
export async function checkCommand(words: readonly string[], options: CheckCommandOptions): Promise<number> {
  if (options.json && options.format === "github")
    throw new UsageError("Expected either --json or --format github.");
  const format = options.json ? "json" : options.format;
  const sources = sourcesOf(words);
  const symbols = symbolsOf(options.symbols);
  const pool = new CheckPool({ timeout: options.timeout });
  endWithUs(pool);
  // The workers start while this process looks the equation up.
  pool.warm();
  try {
    if (options.as !== undefined) (await import("../catalogue.js")).equationOf(options.as);
    const printer = new Printer(format, options.strict, sources);
    const ask = ({ latex, preamble }: Item): Promise<CheckReport> =>
      pool.check(latex, {
        ...(options.as !== undefined && { as: options.as }),
        ...(symbols !== undefined && { symbols }),
        ...(preamble !== "" && { preamble }),
      });
    await checkAll(sources, options.inline, ask, pool.window, printer);
    pool.close();
    return await printer.finish();
  } catch (error) {
    pool.kill();
    throw error;
  }
}

/** Kinds are refused before anything is read. */
function symbolsOf(json: string | undefined): Readonly<Record<string, string>> | undefined {
  if (json === undefined) return undefined;
  const symbols = objectFromJson(json, "--symbols");
  for (const [key, kind] of Object.entries(symbols)) {
    if (typeof kind !== "string")
      throw new UsageError(
        `--symbols: expected a kind such as "real" for ${key}; got ${JSON.stringify(kind)}.`,
      );
    parseKind(kind);
    readName(latexOfKey(key), key);
  }
  return symbols as Readonly<Record<string, string>>;
}

/** Workers that are busy do not notice that nobody waits for them. */
function endWithUs(pool: CheckPool): void {
  process.once("exit", () => {
    pool.kill();
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      pool.kill();
      process.kill(process.pid, signal);
    });
  }
  // Who reads our output may have read enough: `… | head`.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

/** Asks for a window of formulas at a time; reports are printed in the order of the formulas. */
async function checkAll(
  sources: readonly Source[],
  inline: boolean,
  ask: (item: Item) => Promise<CheckReport>,
  window: number,
  printer: Printer,
): Promise<void> {
  const asked: { readonly item: Item; readonly report: Promise<CheckReport> }[] = [];
  const printFirst = async (): Promise<void> => {
    const { item, report } = asked.shift()!;
    await printer.report({ ...(await report), file: item.file, line: item.line });
  };
  for (const source of sources) {
    try {
      for await (const item of itemsOf(source, inline)) {
        const report = ask(item);
        // Where it fails, that is told when its turn comes.
        report.catch(() => undefined);
        asked.push({ item, report });
        if (asked.length >= window) await printFirst();
      }
    } catch (error) {
      if (!isTrouble(error)) throw error;
      printer.trouble(source, error);
    }
    printer.sourceDone(source);
  }
  while (asked.length > 0) await printFirst();
}

/** Errors of files: one that cannot be read must not keep the others from being checked. */
function isTrouble(error: unknown): error is Error {
  return error instanceof Error && (error.name === "DocumentError" || "syscall" in error);
}

class Printer {
  private readonly counts = { equivalent: 0, differs: 0, statement: 0, unreadable: 0, unknown: 0 };
  private readonly files: number;
  private readonly bar: SingleBar | undefined;
  private filesDone = 0;
  private printed = 0;
  private troubles = 0;

  constructor(
    private readonly format: "text" | "json" | "github",
    private readonly strict: boolean,
    sources: readonly Source[],
  ) {
    this.files = sources.filter(({ kind }) => kind !== "formula").length;
    if (this.files > 1 && process.stderr.isTTY) {
      this.bar = new SingleBar({
        format: "checking {bar} {percentage}% | {value} of {total} files",
        stream: process.stderr,
        hideCursor: true,
        clearOnComplete: true,
      });
      this.bar.start(this.files, 0);
    }
  }

  async report(report: PlacedReport): Promise<void> {
    this.counts[report.verdict]++;
    if (this.format === "json") {
      const { file, line, latex, ...rest } = report;
      const json = visibleJson(toJson({ latex, file, line, ...rest })).replaceAll("\n", "\n  ");
      await this.write(`${this.printed++ === 0 ? "[" : ","}\n  ${json}`);
    } else if (this.format === "github") {
      const line = annotation(report, this.strict);
      if (line !== undefined) await this.write(`${line}\n`);
    } else await this.write(`${this.printed++ === 0 ? "" : "\n"}${reportText(report)}\n`);
  }

  /** A file that cannot be read. */
  trouble(source: Source, { message }: Error): void {
    this.troubles++;
    this.aside(() => {
      const what = source.kind === "file" ? source.path : "standard input";
      process.stderr.write(`${visible(`${what}: ${message}`)}\n`);
    });
  }

  sourceDone(source: Source): void {
    if (source.kind !== "formula") this.bar?.update(++this.filesDone);
  }

  /** Prints what stands at the end, and gives the exit status. */
  async finish(): Promise<number> {
    this.bar?.stop();
    if (this.format === "json") await this.write(this.printed === 0 ? "[]\n" : "\n]\n");
    else {
      const gap = this.format === "text" && this.printed > 0 ? "\n" : "";
      await this.write(`${gap}${summaryText(this.counts, this.files)}\n`);
    }
    const { differs, unreadable, unknown } = this.counts;
    if (differs > 0 || (this.strict && unreadable + unknown > 0)) return FOUND;
    return this.troubles > 0 ? TROUBLE : 0;
  }

  private async write(text: string): Promise<void> {
    const waits = this.aside(() => !process.stdout.write(text));
    // A reader slower than we are must not make us keep what it has not read.
    if (waits) await new Promise((resolve) => process.stdout.once("drain", resolve));
  }

  /** Prints between two states of the bar. */
  private aside<T>(print: () => T): T {
    if (!(this.bar?.isActive ?? false)) return print();
    this.bar!.stop();
    const result = print();
    this.bar!.start(this.files, this.filesDone);
    return result;
  }
}
