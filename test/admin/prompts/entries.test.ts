import { expect, test } from "vitest";
import { foundIn, ownWords, promptEntries } from "../../../src/admin/pages/routing/prompts/entries.ts";
import { exampleOf, variablesOf } from "../../../src/admin/pages/routing/prompts/example.ts";
import { houseMessage, housePrompts } from "../../../src/routing/prompts/house.ts";
import { compile } from "../../../src/routing/prompts/message.ts";
import { sampleArgs, variantsOf } from "../../../src/routing/prompts/sample.ts";
import { model } from "../../routing/model.ts";

const languages = ["en", "es"];
const entries = promptEntries(
  model({ "prompts.en.place": "Number {place}.", "prompts.es.manuals-sent": undefined }),
  languages,
);
const ids = (search: string, shown: Parameters<typeof foundIn>[2] = "all") =>
  foundIn(entries, search, shown).map(({ id }) => id);

test("every prompt is listed once, the routing's own first, then Holdfast's in the order of a call", () => {
  expect(entries.map(({ id }) => id).slice(-housePrompts.length)).toEqual(housePrompts);
  expect(entries[0]).toMatchObject({ id: "main-menu", group: undefined, lacks: [] });
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});

test.each<[string, Parameters<typeof foundIn>[2], readonly string[]]>([
  ["horario", "all", ["main-menu"]],
  ["reparacion", "own", ["support-menu", "about-repair"]],
  ["", "reworded", ["place"]],
  ["", "lacking", ["manuals-sent"]],
  ["NEXT line", "all", expect.arrayContaining(["next"])],
  ["no such words anywhere", "all", []],
])("“%s” among %s finds them", (search, shown, found) => {
  expect(ids(search, shown)).toEqual(found);
});

test("the words of a prompt are its own, or those that its recording says", () => {
  const source = model({ "prompts.en.place": { file: "place.wav", words: "Number {place}." }, "prompts.en.next": 7 });
  expect(ownWords(source, "en", "place")).toEqual({ words: "Number {place}.", file: "place.wav" });
  expect([ownWords(source, "en", "next"), ownWords(source, "es", "place")]).toEqual([undefined, undefined]);
});

test("an example is said with samples, and with what was chosen in place of them", () => {
  const message =
    "{callback, select, yes {We call you {at}.} other {}} {minutes, plural, =1 {One minute.} other {# minutes.}}";
  const as = (chosen: Record<string, string>) =>
    exampleOf(message, { locale: "en-US", business: "Bright Kettle", chosen });
  expect(as({})?.text).toBe("We call you tomorrow at 2 30 PM. 12 minutes.");
  expect(as({ callback: "other", minutes: "1" })?.text.trim()).toBe("One minute.");
  expect(exampleOf("{half", { locale: "en-US", business: "", chosen: {} })).toBeUndefined();
});

test("the variables of a prompt are those of all its languages, each once, with all that a select tells apart", () => {
  expect(
    variablesOf(["{a} {b, select, yes {x} other {y}}", "{a} {b, select, no {x} other {y}}", "{half", undefined]),
  ).toEqual([
    { name: "a", as: "text" },
    { name: "b", as: "select", options: ["yes", "other", "no"] },
  ]);
});

test("all that Holdfast says has an example in each of its languages, with a sample for all it is given", () => {
  for (const language of languages)
    for (const id of housePrompts) {
      const message = houseMessage(language, id) ?? "";
      for (const text of variantsOf(message, language, "Bright Kettle")) expect(text).not.toMatch(/[{}]/);
      const needs = compile(message, language).needs.filter(({ as }) => as === "text" || as === "plural");
      const samples = sampleArgs(needs, language, "Bright Kettle");
      const bare = needs.filter(({ name }) => samples[name] === name).map(({ name }) => `${id} ${name}`);
      expect(bare).toEqual([]);
    }
});
