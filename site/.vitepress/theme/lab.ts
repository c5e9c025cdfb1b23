// What the parts of an equation's page share: the inputs as the reader has set them, and the engine once it is needed.

import { useData } from "vitepress";
import { onMounted, reactive } from "vue";
import type { PlainInputs } from "../../catalogue/default-inputs.js";
import type { Field } from "../../live/fields.js";
import type { Result } from "../../live/result.js";
import { changesOf, withChanges } from "../../live/url-state.js";
import type { PageData } from "../../render/page-data.js";

export type Engine = typeof import("../../live/engine.js");

export interface Lab {
  readonly data: PageData;
  /** The equation, or the variant that is looked at. */
  id: string;
  inputs: PlainInputs;
  start: PlainInputs;
  fields: readonly Field[];
  result: Result;
  sizes: readonly { readonly name: string; readonly value: number }[];
  /** What is wrong with the inputs, if anything is. */
  problem: string | undefined;
  /** Where the picture's own slider stands. */
  control: number | undefined;
  /** Raised with every change of the inputs, once the engine is there. */
  version: number;
  /** Whether scripts run: before that, fields are only for show. */
  live: boolean;
}

let loading: Promise<Engine> | undefined;

/** Loads the engine when it is first needed: once, so that what was asked first is also answered first. */
export function loadEngine(): Promise<Engine> {
  return (loading ??= import("../../live/engine.js"));
}

const labs = new Map<string, Lab>();

/** The lab of this page: one for all its components. */
export function useLab(): Lab {
  const { params } = useData();
  const data = params.value as unknown as PageData;
  if (import.meta.env.SSR) return freshLab(data);
  let lab = labs.get(data.id);
  if (lab === undefined) {
    lab = reactive(freshLab(data));
    labs.set(data.id, lab);
  }
  return lab;
}

function freshLab(data: PageData): Lab {
  return {
    data,
    id: data.id,
    inputs: data.inputs,
    start: data.inputs,
    fields: data.fields,
    result: data.result,
    sizes: [],
    problem: undefined,
    control: data.control?.start,
    version: 0,
    live: false,
  };
}

/** Takes what the address says, once: its variant, its inputs. To be called by one component of the page. */
export function useAddress(lab: Lab): void {
  onMounted(() => {
    lab.live = true;
    const address = new URLSearchParams(location.search);
    if ([...address.keys()].length > 0) void fromAddress(lab, address);
  });
}

async function fromAddress(lab: Lab, address: URLSearchParams): Promise<void> {
  const variant = address.get("variant");
  const id = variant === null ? lab.data.id : `${lab.data.id}/${variant}`;
  await loadEngine();
  await choose(lab, lab.data.variants.includes(id) ? id : lab.data.id);
  const control = Number(address.get(lab.data.control?.name ?? "") ?? NaN);
  if (Number.isFinite(control)) lab.control = control;
  await change(lab, withChanges(lab.inputs, address));
}

/** Looks at the equation itself or at one of its variants. */
export async function choose(lab: Lab, id: string): Promise<void> {
  const { startInputs } = await loadEngine();
  lab.id = id;
  lab.start = startInputs(id);
  await change(lab, lab.start);
}

/** Sets the inputs; what does not fit is said, and the values stay what they were. */
export async function change(lab: Lab, inputs: PlainInputs): Promise<void> {
  // At once: what is changed while the engine comes starts from these.
  lab.inputs = inputs;
  const { equationOf, fieldsOf, resultAt, sizesAt } = await loadEngine();
  const equation = equationOf(lab.id);
  try {
    lab.result = resultAt(equation, lab.inputs);
    lab.sizes = sizesAt(equation, lab.inputs);
    lab.fields = fieldsOf(equation, lab.inputs);
    lab.problem = undefined;
  } catch (error) {
    lab.problem = reasonOf(error);
  }
  lab.version++;
  writeAddress(lab);
}

/** The first line of an error: what is wrong, without the excerpt. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split("\n")[0]! : String(error);
}

function writeAddress(lab: Lab): void {
  const address = new URLSearchParams(changesOf(lab.inputs, lab.start));
  if (lab.id !== lab.data.id) address.set("variant", lab.id.split("/")[1]!);
  const { control } = lab.data;
  if (control && lab.control !== undefined && lab.control !== control.start)
    address.set(control.name, String(lab.control));
  // Commas and semicolons may stand in an address as they are.
  const query = address.toString().replaceAll("%2C", ",").replaceAll("%3B", ";").replaceAll("%7C", "|");
  const { pathname, hash } = location;
  history.replaceState(history.state, "", `${pathname}${query === "" ? "" : `?${query}`}${hash}`);
}

/** Moves the picture's own slider. */
export async function moveControl(lab: Lab, value: number): Promise<void> {
  await loadEngine();
  lab.control = value;
  lab.version++;
  writeAddress(lab);
}
