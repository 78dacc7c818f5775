import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stockPhrases } from "../../../src/routing/lint/stock-phrases.ts";
import { textWarnings } from "../../../src/routing/lint/texts.ts";
import { promptGroups, reachOf } from "../../../src/routing/prompts/groups.ts";
import { houseMessage, housePrompts } from "../../../src/routing/prompts/house.ts";
import { model, pathsOf } from "../model.ts";

const words = (count: number) => `${Array.from({ length: count }, () => "kettle").join(" ")}.`;

test("there is nothing to say about the model's own texts", () => {
  expect(textWarnings(model())).toEqual([]);
});

describe("a warning", () => {
  test.each<[string, Record<string, unknown>, string, RegExp]>([
    [
      "a stock phrase in English",
      { "prompts.en.sales-opening": "Your call is very important to us." },
      "prompts.en.sales-opening",
      /^“Your call is very important”: it says nothing/,
    ],
    [
      "its kin in Spanish",
      { "prompts.es.sales-opening": "Su llamada es muy importante para nosotros." },
      "prompts.es.sales-opening",
      /^“Su llamada es muy importante”/,
    ],
    [
      "a stock phrase in one way that a select can go",
      { "prompts.en.goodbye": "{business, select, other {Thank you for your patience.}}" },
      "prompts.en.goodbye",
      /patience/,
    ],
    [
      "a stock phrase in the words of a recording",
      { "prompts.en.sales-opening": { file: "a.wav", words: "Please listen carefully." } },
      "prompts.en.sales-opening.words",
      /begin with the choices/,
    ],
    [
      "a sentence too long for the ear",
      { "prompts.en.sales-opening": `Good. ${words(31)}` },
      "prompts.en.sales-opening",
      /“kettle kettle kettle kettle kettle …” takes about 13 s/,
    ],
    [
      "words that are over the budget of a wait",
      { "prompts.en.sign-of-life": words(28).repeat(2).replaceAll(".", ". ") },
      "prompts.en.sign-of-life",
      /takes about 23 s to say, and queue "support" allows 20 s/,
    ],
    [
      "an announcement that is over its queue's budget",
      { "prompts.en.trade-in": `${words(20)} `.repeat(10) },
      "prompts.en.trade-in",
      /queue "sales" allows 75 s/,
    ],
    [
      "words that are the same in two languages",
      { "prompts.es.opening-hours": "We are here every day from 8 in the morning to 8 in the evening, New York time." },
      "prompts.es.opening-hours",
      /the same in "es" as in "en"/,
    ],
    [
      "an argument that the usual words tell",
      { "prompts.en.closed": "We are closed." },
      "prompts.en.closed",
      /the usual words go by \{opens\}/,
    ],
    [
      "a language that Holdfast has no words in",
      { "business.languages.fr": { locale: "fr-FR", voice: "Polly.Lea-Neural" } },
      "prompts.fr",
      /callers hear them in "en"/,
    ],
  ])("tells of %s", (_what, changes, path, sentence) => {
    const told = textWarnings(model(changes)).filter((warning) => warning.path === path);
    expect(told[0]?.sentence).toMatch(sentence);
  });

  test.each<[string, Record<string, unknown>]>([
    ["a sentence of twelve seconds", { "prompts.en.sales-opening": words(29) }],
    [
      "two words that are a name in both languages",
      { "prompts.en.a": "Bright Kettle", "prompts.es.a": "Bright Kettle" },
    ],
    [
      "the same address in both languages",
      { "prompts.es.manuals-text": "{business}: https://brightkettle.example/manuals" },
    ],
    ["a text that is long to say and quick to read", { "prompts.en.manuals-text": words(40) }],
    [
      "a queue in which nothing is said unasked",
      { "queues.support.speech": { seconds: 0, within: 60 }, "prompts.en.next": "You are next." },
    ],
    ["words that do not parse, of which the check tells", { "prompts.en.sales-opening": "Your call {is" }],
  ])("is not given for %s", (_what, changes) => {
    expect(textWarnings(model(changes))).toEqual([]);
  });
});

test("Holdfast's own words use no stock phrase", () => {
  const found = ["en", "es"].flatMap((language) =>
    housePrompts.flatMap((id) => stockPhrases(houseMessage(language, id) ?? "", language)),
  );
  expect(found).toEqual([]);
});

test.each([
  ["en", "All of our agents are currently busy."],
  ["en", "We are experiencing higher than normal call volumes."],
  ["en", "Calls are answered in the order received."],
  ["en", "Did you know that most answers are online?"],
  ["es", "Todos nuestros agentes están ocupados."],
  ["es", "Tenemos un volumen de llamadas mayor de lo habitual."],
  ["es", "Gracias por su paciencia."],
  ["es", "Escuche atentamente: nuestras opciones han cambiado."],
])("in %s, “%s” is a stock phrase", (language, text) => {
  expect(stockPhrases(text, language)).not.toEqual([]);
});

test("whatever is broken in a routing, its texts are looked at and nothing is thrown", () => {
  const paths = pathsOf(model());
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...paths), fc.jsonValue(), { maxKeys: 6 }), (changes) => {
      for (const { path } of textWarnings(model(changes, { loosely: true }))) expect(path).toMatch(/^prompts/);
    }),
    { numRuns: 100 },
  );
});

test("every prompt of Holdfast's own is in one group, in the order of the sentences", () => {
  expect(promptGroups.flatMap(({ prompts }) => prompts)).toEqual(housePrompts);
});

test.each([
  ["place", "ear"],
  ["text-impossible", "ear"],
  ["callback-texted", "ear"],
  ["missed-rings-text", "text"],
  ["text-solved", "text"],
  ["abuse-text", "text"],
  ["asking-after", "ear"],
  ["mail-reset", "mail"],
  ["page-move", "page"],
  ["main-menu", undefined],
])("%s reaches people by %s", (prompt, reaches) => {
  expect(reachOf(prompt)).toBe(reaches);
});
