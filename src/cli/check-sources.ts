// Where the formulas come from that `check` is given: the command line, standard input, files and folders.

import { createReadStream, readdirSync, statSync, type Stats } from "node:fs";
import { join } from "node:path";
import {
  DocumentError,
  documentKindOf,
  documentKindOfText,
  formulasIn,
  type DocumentKind,
} from "../verify/documents.js";
import { UsageError } from "./json.js";

/** A formula and where it stands. */
export interface Item {
  readonly latex: string;
  /** The file as it was named, `-` for standard input, null for the command line. */
  readonly file: string | null;
  readonly line: number | null;
  readonly preamble: string;
}

/** What is to be read: a formula, or a file, or standard input. */
export type Source =
  | { readonly kind: "formula"; readonly latex: string }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "input" };

/** A longer file is not read. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * What each argument is: a file or folder that exists, or else a formula. Of a folder its documents are taken, those in
 * its folders too; not what is hidden, nor node_modules, nor what a link leads to.
 *
 * @throws UsageError where an argument can only be a file, and there is none
 */
export function sourcesOf(words: readonly string[]): Source[] {
  return words.flatMap((word): Source[] => {
    if (word === "-") return [{ kind: "input" }];
    const found = statOf(word);
    if (found?.isDirectory() === true) {
      const paths = documentsIn(word);
      if (paths.length === 0)
        throw new UsageError(`${word}: no .tex, .md, .ipynb or .rst file in this folder.`);
      return paths.map((path) => ({ kind: "file", path }));
    }
    if (found !== undefined) return [{ kind: "file", path: word }];
    if (documentKindOf(word) !== undefined) throw new UsageError(`${word}: there is no such file.`);
    if (word.endsWith("/")) throw new UsageError(`${word}: there is no such folder.`);
    if (word.trim() === "") throw new UsageError("Expected a formula or a file; got an empty argument.");
    return [{ kind: "formula", latex: word }];
  });
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A formula may be too long for a path, or hold what no path may.
    return undefined;
  }
}

function documentsIn(folder: string): string[] {
  const found: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const entries = readdirSync(next, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(next, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile() && documentKindOf(entry.name) !== undefined) found.push(path);
    }
  }
  return found.sort();
}

/**
 * The formulas of a source.
 *
 * @throws DocumentError, or an error of the file system, where it cannot be read
 */
export async function* itemsOf(source: Source, inline: boolean): AsyncGenerator<Item> {
  if (source.kind === "formula") {
    yield { latex: source.latex, file: null, line: null, preamble: "" };
    return;
  }
  const file = source.kind === "input" ? "-" : source.path;
  const text = await textOf(source.kind === "input" ? process.stdin : createReadStream(source.path));
  const kind = documentKindOf(file) ?? documentKindOfText(text, inline);
  for (const { latex, line, preamble } of kind === undefined ? paragraphsOf(text) : found(text, kind, inline))
    yield { latex, file, line, preamble };
}

function found(text: string, kind: DocumentKind, inline: boolean): ReturnType<typeof formulasIn> {
  return formulasIn(text, kind, { inline });
}

async function textOf(stream: AsyncIterable<string | Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const buffer = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    bytes += buffer.length;
    if (bytes > MOST_BYTES)
      throw new DocumentError(`too large: a file may have up to ${MOST_BYTES / 1024 / 1024} MB.`);
    chunks.push(buffer);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** Text without anything that delimits formulas: each paragraph is one. */
function* paragraphsOf(text: string): Generator<{ latex: string; line: number; preamble: string }> {
  const lines = text.replace(/\r\n?/gu, "\n").split("\n");
  for (let k = 0; k < lines.length; k++) {
    const start = k;
    while (k < lines.length && lines[k]!.trim() !== "") k++;
    if (k > start) yield { latex: lines.slice(start, k).join("\n").trim(), line: start + 1, preamble: "" };
  }
}
