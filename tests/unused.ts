// What nothing uses: exports that nobody imports, dependencies that nobody needs, imports that nobody declared.

import ts from "typescript";
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, relative } from "node:path";

/** An export and the files that use it, all relative to the project's root. */
export interface ExportUse {
  /** `src/folder/file.ts: name` */
  readonly name: string;
  /**
   * The files in which it is used. A file that only passes it on does not use it, nor does its own file, unless it is a
   * type by which another export of that file is described.
   */
  readonly users: readonly string[];
  /** Whether one of the entries exports it, itself or through others. */
  readonly isPublic: boolean;
  /** Of an export that only passes another on: that other one. */
  readonly passesOn?: string;
}

/** The exports that no file uses. */
export function neededByNobody(exports: readonly ExportUse[]): readonly string[] {
  return namesOf(exports.filter(({ isPublic, users }) => !isPublic && users.length === 0));
}

/** The exports that files use, but no file of `src`. */
export function neededOnlyByTests(exports: readonly ExportUse[]): readonly string[] {
  const bySources = (user: string): boolean => user.startsWith("src/");
  return namesOf(
    exports.filter(({ isPublic, users }) => !isPublic && users.length > 0 && !users.some(bySources)),
  );
}

/** Each finding once: an export that a barrel passes on is named where it is declared. */
function namesOf(exports: readonly ExportUse[]): readonly string[] {
  const names = new Set(exports.map(({ name }) => name));
  return exports
    .filter(({ passesOn }) => passesOn === undefined || !names.has(passesOn))
    .map(({ name }) => name)
    .sort();
}

/**
 * Every export of the modules under `src`, those of the entries excepted, and who uses it.
 *
 * @param root the project's folder, with a `tsconfig.json` that lists all files that may use an export
 * @param entries the public modules, relative to `root`
 */
export function exportsOf(root: string, entries: readonly string[]): readonly ExportUse[] {
  const { fileNames, options } = settingsOf(root);
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const files = program.getSourceFiles().filter((file) => !/\/node_modules\//u.test(file.fileName));
  const pathOf = (file: ts.SourceFile): string => relative(root, file.fileName).replaceAll("\\", "/");
  const exportsOfFile = (file: ts.SourceFile): readonly ts.Symbol[] => {
    const symbol = checker.getSymbolAtLocation(file);
    return symbol === undefined ? [] : checker.getExportsOfModule(symbol);
  };

  const users = new Map<ts.Symbol, Set<string>>();
  const published = new Set<ts.Symbol>();

  /** A symbol, what it stands for, what that stands for, …: from an import through barrels to the declaration. */
  const chainOf = (symbol: ts.Symbol): readonly ts.Symbol[] => {
    const chain = [symbol];
    for (let last = symbol; (last.flags & ts.SymbolFlags.Alias) !== 0;) {
      const next = checker.getImmediateAliasedSymbol(last);
      if (next === undefined || chain.includes(next)) break;
      chain.push((last = next));
    }
    return chain;
  };
  const declaredIn = (symbol: ts.Symbol, path: string): boolean =>
    (symbol.declarations ?? []).some((declaration) => pathOf(declaration.getSourceFile()) === path);
  const use = (symbol: ts.Symbol | undefined, user: string, statement?: ts.Node): void => {
    if (symbol === undefined) return;
    for (const link of chainOf(symbol)) {
      if (declaredIn(link, user) && !(statement !== undefined && describes(link, statement))) continue;
      const known = users.get(link);
      if (known === undefined) users.set(link, new Set([user]));
      else known.add(user);
    }
  };
  /** A module as a whole, as in `Object.keys(library)`: all that it exports is used. */
  const useAll = (module: ts.Symbol, user: string): void => {
    for (const symbol of checker.getExportsOfModule(module)) use(symbol, user);
  };

  for (const file of files) {
    const path = pathOf(file);
    const visit = (node: ts.Node, statement: ts.Node): void => {
      // To import or to export again is not yet to use.
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
      if (ts.isIdentifier(node)) {
        const symbol = symbolAt(checker, node);
        use(symbol, path, statement);
        const target = symbol === undefined ? undefined : chainOf(symbol).at(-1);
        const whole = target !== undefined && (target.flags & ts.SymbolFlags.ValueModule) !== 0;
        if (whole && !isQualifier(node)) useAll(target, path);
      }
      // `const { name } = await import("…")`
      if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
        const name = node.propertyName ?? node.name;
        if (ts.isIdentifier(name)) use(checker.getTypeAtLocation(node.parent).getProperty(name.text), path);
      }
      ts.forEachChild(node, (child) => {
        visit(child, statement);
      });
    };
    for (const statement of file.statements) visit(statement, statement);
    if (entries.includes(path))
      for (const symbol of exportsOfFile(file)) for (const link of chainOf(symbol)) published.add(link);
  }

  const owned = files.filter((file) => pathOf(file).startsWith("src/") && !entries.includes(pathOf(file)));
  const nameOf = (symbol: ts.Symbol, path: string): string => `${path}: ${symbol.name}`;
  const declared = new Map(
    owned.flatMap((file) =>
      exportsOfFile(file).map((symbol) => [symbol, nameOf(symbol, pathOf(file))] as const),
    ),
  );
  return owned.flatMap((file) =>
    exportsOfFile(file).map((symbol) => {
      const passesOn = chainOf(symbol)
        .slice(1)
        .map((link) => declared.get(link))
        .findLast((name) => name !== undefined);
      return {
        name: nameOf(symbol, pathOf(file)),
        users: [...(users.get(symbol) ?? [])].sort(),
        isPublic: published.has(symbol),
        ...(passesOn !== undefined && { passesOn }),
      };
    }),
  );
}

/** What is wrong between the packages that are declared and those that are used. */
export interface DependencyProblems {
  /** Packages that are imported but not declared, or, in `src`, declared for development only. */
  readonly undeclared: readonly string[];
  /** Packages that are declared but needed by nothing. */
  readonly unneeded: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly bin?: string | Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * Holds the packages that `package.json` declares against those that files import.
 *
 * A dependency must be imported by `src`. A development dependency must be imported by any other file, or its command
 * stand in a script of `package.json`, or it must hold the types of something that is used.
 *
 * @param others files that are not in `tsconfig.json`, such as settings in JavaScript, relative to `root`
 */
export function dependencyProblems(root: string, others: readonly string[] = []): DependencyProblems {
  const manifest = readManifest(root);
  const dependencies = Object.keys(manifest.dependencies ?? {});
  const developments = Object.keys(manifest.devDependencies ?? {});

  const paths = settingsOf(root).fileNames.map((path) => relative(root, path).replaceAll("\\", "/"));
  const imports = [...paths, ...others].flatMap((path) =>
    packagesImportedBy(root, path).map((name) => ({ path, name, shipped: path.startsWith("src/") })),
  );

  const undeclared = imports
    .filter(({ name, shipped }) => {
      if (name === NODE) return !developments.includes("@types/node");
      if (name === manifest.name) return shipped;
      return !dependencies.includes(name) && (shipped || !developments.includes(name));
    })
    .map(({ path, name }) => `${path}: ${name}`);

  const used = new Set(imports.map(({ name }) => name));
  const words = new Set(
    Object.values(manifest.scripts ?? {}).flatMap((script) => script.split(/[^\w@/.-]+/u)),
  );
  const needed = (name: string): boolean => {
    if (used.has(name)) return true;
    if (name.startsWith("@types/")) return used.has(name.slice("@types/".length).replace(/^(.+)__/u, "@$1/"));
    const { bin = {} } = readManifest(join(root, "node_modules", name));
    const commands = typeof bin === "string" ? [name.replace(/^.*\//u, "")] : Object.keys(bin);
    return commands.some((command) => words.has(command));
  };
  const shipped = new Set(imports.filter((entry) => entry.shipped).map(({ name }) => name));
  const unneeded = [
    ...dependencies.filter((name) => !shipped.has(name)),
    ...developments.filter((name) => !needed(name)),
  ];
  return { undeclared, unneeded };
}

/** What stands for all modules that Node brings along. */
const NODE = "node";

function packagesImportedBy(root: string, path: string): readonly string[] {
  const text = readFileSync(join(root, path), "utf8");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const specifiers = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isStatement = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    const specifier = isStatement
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined;
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) specifiers.add(specifier.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const outside = [...specifiers].filter((specifier) => !specifier.startsWith("."));
  return [...new Set(outside.map((specifier) => (isBuiltin(specifier) ? NODE : packageOf(specifier))))];
}

/** `@scope/name/part` is of the package `@scope/name`, `name/part` of `name`. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

/** What `tsconfig.json` says: the files, and how they are compiled. */
function settingsOf(root: string): ts.ParsedCommandLine {
  const file = ts.readJsonConfigFile(join(root, "tsconfig.json"), (path) => readFileSync(path, "utf8"));
  return ts.parseJsonSourceFileConfigFileContent(file, ts.sys, root);
}

/** The symbol that a name in the code stands for; of `{ name }`, the variable and not the property. */
function symbolAt(checker: ts.TypeChecker, node: ts.Identifier): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
}

/** Whether a type stands in another, exported, statement: a part of what that exports. */
function describes(symbol: ts.Symbol, statement: ts.Node): boolean {
  const declarations = symbol.declarations ?? [];
  return (
    (symbol.flags & ts.SymbolFlags.Value) === 0 &&
    !declarations.some((declaration) => declaration === statement) &&
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

/** Whether a name stands before a dot: `library` in `library.sigmoid`. */
function isQualifier(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return ts.isQualifiedName(parent) && parent.left === node;
}
