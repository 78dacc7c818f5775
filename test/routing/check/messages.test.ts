import { describe, expect, test } from "vitest";
import { eachFault, modelFaults } from "../model.ts";

const says = (message: unknown) => ({ "prompts.en.main-menu": message });

describe("messages", () => {
  const at = "prompts.en.main-menu";
  eachFault([
    ["an open brace", says("Welcome to {business"), at, /^a \{ has no \}/],
    ["empty braces", says("Welcome to {}"), at, /are empty/],
    ["a plural without other", says("{business, plural, one {x}}"), at, /ends with other/],
    ["a word that is no kind", says("{business, plurl, other {x}}"), at, /plural, select or selectordinal/],
    ["two words in braces", says("{the business}"), at, /one name/],
    [
      "an argument nobody gives",
      says("You are number {place}"),
      at,
      /nobody gives \{place\} to this prompt; what it can say is \{business\}/,
    ],
    ["an argument misspelt", says("Welcome to {busines}"), at, /did you mean \{business\}\?/],
    ["a date, which is given as it is said", says("{business, date}"), at, /write \{business\} alone/],
    ["nothing but space", says("  "), at, /says nothing/],
    [
      "a house prompt with an argument of another",
      { "prompts.en.place": "You are {rep}" },
      "prompts.en.place",
      /what it can say is \{place\}, \{business\}/,
    ],
    [
      "a recording that would have to say an argument",
      { "prompts.en.place": { file: "place.wav", words: "You are number {place}" } },
      "prompts.en.place.words",
      /nobody gives \{place\}/,
    ],
  ]);

  test.each([
    [
      "a house prompt in other words with its own arguments",
      { "prompts.en.place": "{place, plural, =1 {Next!} other {Number # at {business}.}}" },
    ],
    ["a recording", { "prompts.en.main-menu": { file: "main-menu.wav", words: "Welcome. For sales, press 1." } }],
    ["angle brackets and apostrophes", { "prompts.en.main-menu": "Don't say <this> & that" }],
  ])("%s is fine", (_, changes) => {
    expect(modelFaults(changes)).toEqual([]);
  });

  test("what goes in Spanish is checked like the English", () => {
    expect(modelFaults({ "prompts.es.closed": "Abrimos {abre}" })).toMatchObject([{ path: "prompts.es.closed" }]);
  });
});
