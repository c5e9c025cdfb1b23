// The options that the functions of a module take, and the values that each may have, by the types of the compiler.

import ts from "typescript";
import { join } from "node:path";

/** By function, by option: the values it may have; `"any"` where they cannot be listed. */
export type OptionsByFunction = ReadonlyMap<
  string,
  ReadonlyMap<string, ReadonlySet<string | number | boolean>>
>;

/** The options of every function that a module exports: the properties of a last argument that may be left out. */
export function optionsOf(root: string, module: string): OptionsByFunction {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram([join(root, module)], options);
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(join(root, module))!;
  const found = new Map<string, Map<string, Set<string | number | boolean>>>();
  for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(file)!)) {
    const own = new Map<string, Set<string | number | boolean>>();
    const type = checker.getTypeOfSymbol(symbol);
    if (type.getCallSignatures().length === 0) continue;
    for (const signature of type.getCallSignatures()) {
      const last = signature.parameters.at(-1);
      if (last === undefined) continue;
      const argument = checker.getNonNullableType(checker.getTypeOfSymbol(last));
      for (const part of argument.isUnion() ? argument.types : [argument]) {
        for (const property of isOptions(last, part) ? part.getProperties() : []) {
          const values = own.get(property.name) ?? new Set();
          own.set(property.name, values);
          for (const value of valuesOf(checker, checker.getTypeOfSymbol(property))) values.add(value);
        }
      }
    }
    found.set(symbol.name, own);
  }
  return found;
}

/** Whether a last argument holds options: an object, named so or left out at will, and no vector or matrix. */
function isOptions(parameter: ts.Symbol, type: ts.Type): boolean {
  if (type.getProperty("length") !== undefined || type.getProperty("rows") !== undefined) return false;
  const declaration = parameter.valueDeclaration;
  const isParameter = declaration !== undefined && ts.isParameter(declaration);
  const optional =
    isParameter && (declaration.initializer !== undefined || declaration.questionToken !== undefined);
  return (type.flags & ts.TypeFlags.Object) !== 0 || type.isIntersection()
    ? parameter.name === "options" || optional
    : false;
}

function valuesOf(checker: ts.TypeChecker, type: ts.Type): (string | number | boolean)[] {
  const plain = checker.getNonNullableType(type);
  const parts = plain.isUnion() ? plain.types : [plain];
  return parts.map((part) => {
    if (part.isStringLiteral() || part.isNumberLiteral()) return part.value;
    if (part.flags & ts.TypeFlags.BooleanLiteral) return checker.typeToString(part) === "true";
    return "any";
  });
}
