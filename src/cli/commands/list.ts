// ml-equations list: the catalogue.

import { equations } from "../../equations/index.js";
import { toJson } from "../json.js";
import { table } from "../text.js";

export function listCommand(options: { readonly json: boolean }): void {
  if (options.json) {
    const entries = equations.map(({ id, name, family, aliases = [], latex }) => ({
      id,
      name,
      family,
      aliases,
      latex,
    }));
    process.stdout.write(`${toJson(entries)}\n`);
    return;
  }
  const rows = equations.map(({ id, family, name }) => [id, family, name]);
  process.stdout.write(`${table(["equation", "family", "name"], rows, ["left", "left", "left"])}\n`);
}
