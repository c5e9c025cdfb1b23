// What the build measured of each equation.

import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Measured {
  /** At how many drawn inputs. */
  readonly samples: number;
  /** The largest error met there, in ulps. */
  readonly maxUlps: number;
}

/** Everything of the site runs in its own folder: loaders are bundled elsewhere, so that no path of theirs tells it. */
export const SITE = process.cwd();
export const MEASURED = join(SITE, ".cache/measured.json");

let measured: Readonly<Record<string, Measured>> | undefined;

export function measuredOf(id: string): Measured {
  measured ??= JSON.parse(readFileSync(MEASURED, "utf8")) as Record<string, Measured>;
  const found = measured[id];
  if (found === undefined) throw new Error(`${id} was not measured: run npm run build.`);
  return found;
}
