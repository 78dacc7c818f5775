import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readRouting, type RoutingFault } from "../../src/routing/check.ts";
import type { Routing } from "../../src/routing/routing.ts";

const text = readFileSync(new URL("../../config/routing.json", import.meta.url), "utf8");
const manifest = readFileSync(new URL("../../audio/manifest.json", import.meta.url), "utf8");
/** The music that there is, by its ids. */
const tracks = (JSON.parse(manifest) as { tracks: readonly { id: string }[] }).tracks.map(({ id }) => id);
type Changes = Readonly<Record<string, unknown>>;

/**
 * The model routing as parsed JSON, with the values at these paths changed; undefined takes a value out. What is
 * missing on the way to a path is made, and `loosely` leaves out a change that an earlier one left no place for.
 */
export function model(changes: Changes = {}, { loosely = false } = {}): unknown {
  const source: unknown = JSON.parse(text);
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.match(/[^.[\]]+/g) ?? [];
    const last = steps.pop() ?? "";
    const holder = steps.reduce(stepInto, source);
    if (isHolder(holder)) put(holder, last, structuredClone(value));
    else if (!loosely) throw new TypeError(`the model has no place for ${path}`);
  }
  return source;
}

function stepInto(holder: unknown, step: string): unknown {
  if (!isHolder(holder)) return undefined;
  if (Reflect.get(holder, step) === undefined) Reflect.set(holder, step, {});
  return Reflect.get(holder, step);
}

function put(holder: object, key: string, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(holder, key);
  else Reflect.set(holder, key, value);
}

function isHolder(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Every path in parsed JSON. */
export function pathsOf(value: unknown, path = ""): readonly string[] {
  if (!isHolder(value)) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = path === "" ? key : `${path}.${key}`;
    return [here, ...pathsOf(inner, here)];
  });
}

/** The model routing, read, with these changes; throws with the faults where it does not hold. */
export function modelRouting(changes: Changes = {}): Routing {
  const read = readRouting(model(changes), "test");
  if ("faults" in read) throw new Error(read.faults.map(({ path, sentence }) => `${path}: ${sentence}`).join("\n"));
  return read.routing;
}

/** The faults of the model routing with these changes. */
export function modelFaults(changes: Changes): readonly RoutingFault[] {
  const read = readRouting(model(changes), "test", { tracks });
  return "faults" in read ? read.faults : [];
}

/** A table of tests: each says what is wrong, how the model is changed, and the one fault that must come of it. */
export function eachFault(rows: readonly (readonly [string, Changes, string, RegExp])[]): void {
  test.each(rows)("%s", (_, changes, path, sentence) => {
    expect(modelFaults(changes)).toEqual([{ path, sentence: expect.stringMatching(sentence) }]);
  });
}
