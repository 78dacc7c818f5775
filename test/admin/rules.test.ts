import { expect, test } from "vitest";
import { ruleAt, writtenOut } from "../../src/admin/pages/routing/rules.ts";
import { valueAt } from "../../src/routing/edits.ts";
import { model } from "../routing/model.ts";

test.each<[string, readonly (string | number)[], object]>([
  [
    "a number has its limits and what is usual",
    ["queues", "sales", "ring", "seconds"],
    { least: 5, most: 60, usual: 20 },
  ],
  ["a destination may be of some kinds", ["business", "reception"], { isNeeded: true }],
  ["only an option leads to a return call", ["menus", "main", "options", 0, "to"], {}],
  ["few words are choices", ["queues", "sales", "callbacks", "first"], { choices: ["rep", "customer"], usual: "rep" }],
  ["what is said of a field is told", ["business", "callerId"], { isNeeded: true }],
])("%s", (_, path, rule) => {
  expect(ruleAt(model(), path)).toMatchObject(rule);
});

test("what holds where nothing is written is that of what it stands in, where that says so", () => {
  const usual = (path: readonly (string | number)[]) => ruleAt(model(), path)?.usual;
  expect(usual(["queues", "support", "speech", "seconds"])).toBe(20);
  expect(usual(["business", "ladder", 1, "rings"])).toBe(true);
});

test("to change a part of what is not written, the rest of it is written out as it holds", () => {
  const path = ["business", "ladder", 1, "before"];
  expect(valueAt(writtenOut(model(), path), ["business", "ladder"])).toMatchObject([
    { before: 1_800 },
    { before: 600, tell: ["owner", "backup"] },
    { before: 300 },
  ]);
});

test("a support queue has no field for announcements, a sales queue has", () => {
  expect(ruleAt(model(), ["queues", "support", "announcements"])).toBeUndefined();
  expect(ruleAt(model(), ["queues", "sales", "announcements"])).toBeDefined();
});

test("where a menu leads to and where an option does differ by the return call alone", () => {
  const choices = (path: readonly (string | number)[]) => ruleAt(model(), path)?.choices ?? [];
  const ofOption = choices(["menus", "main", "options", 0, "to"]);
  expect(ofOption.filter((kind) => !choices(["menus", "main", "fallback"]).includes(kind))).toEqual(["callback"]);
});
