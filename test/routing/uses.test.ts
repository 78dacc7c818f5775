import { expect, test } from "vitest";
import { written } from "../../src/routing/check/fault.ts";
import { readRouting } from "../../src/routing/check.ts";
import { renamed, usesOf, type NameKind } from "../../src/routing/uses.ts";
import { model } from "./model.ts";

const named: readonly [NameKind, string][] = [
  ["queues", "sales"],
  ["menus", "support"],
  ["hours", "every-day"],
  ["announcements", "quiet-kettle"],
  ["prompts", "main-menu"],
];

test.each(named)("of %s %s takes its new name along wherever it is meant, and all holds as before", (kind, name) => {
  const after = renamed(model(), kind, name, "renamed");
  expect(readRouting(after, "v1")).toHaveProperty("routing");
  expect(usesOf(after, kind, name)).toEqual([]);
  expect(usesOf(after, kind, "renamed")).toEqual(usesOf(model(), kind, name));
  expect(usesOf(after, kind, "renamed").length).toBeGreaterThan(0);
});

test.each(named)("of %s %s keeps its place among the others", (kind, name) => {
  const source = model() as Record<string, Record<string, object>>;
  const homeOf = (whole: typeof source) =>
    Object.keys((kind === "prompts" ? whole["prompts"]?.["es"] : whole[kind]) ?? {});
  const after = renamed(source, kind, name, "renamed") as typeof source;
  expect(homeOf(after).indexOf("renamed")).toBe(homeOf(source).indexOf(name));
});

test.each(named)("back under its old name, of %s %s is as it was", (kind, name) => {
  expect(renamed(renamed(model(), kind, name, "renamed"), kind, "renamed", name)).toEqual(model());
});

test("nothing takes a name that another has", () => {
  const source = model();
  expect(renamed(source, "queues", "sales", "support")).toBe(source);
});

test("where a queue is used is said path by path, also in a routing that does not hold", () => {
  const paths = usesOf({ ...(model() as object), lines: "none" }, "queues", "sales").map(written);
  expect(paths).toContain("menus.main.options[0].to.queue");
  expect(paths.every((path) => path.endsWith(".queue"))).toBe(true);
});
