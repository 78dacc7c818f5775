import { describe, expect, test } from "vitest";
import { optionSaid, personSaid } from "../../src/call/said.ts";
import type { MenuOption } from "../../src/routing/routing.ts";

const option = (key: string, en: readonly string[], es: readonly string[] = [], language?: string): MenuOption => ({
  key,
  says: { en, ...(es.length > 0 ? { es } : {}) },
  ...(language === undefined ? {} : { language }),
  to: { to: "voicemail" },
});
const options = [
  option("1", ["sales", "buy a kettle"], ["ventas", "comprar"]),
  option("2", ["support", "repair"], ["reparación", "avería"]),
  option("3", ["order support", "my order"], ["mi pedido"]),
  option("4", ["travel agent"], ["agente de viajes"]),
  option("9", ["Spanish", "español"], [], "es"),
];

describe("the option that was said:", () => {
  test.each([
    ["its word alone", "sales", "en", "1"],
    ["in a sentence, as speech is written down", "I would like to buy a kettle, please.", "en", "1"],
    ["in capitals", "SALES", "en", "1"],
    ["without its accent", "una reparacion", "es", "2"],
    ["with its accent in two characters", "reparacio\u0301n", "es", "2"],
    ["with an accent too many", "véntas", "es", "1"],
    ["another language's word", "ventas", "en", undefined],
    ["the way into another language, in that language", "Español", "en", "9"],
    ["the way into another language, from a third", "spanish", "es", "9"],
    ["a part of a word", "salesman", "en", undefined],
    ["the longer of two that were said", "order support", "en", "3"],
    ["the longer, wherever it stands", "sales or a repair", "en", "2"],
    ["two that are as long", "buy a kettle or travel agent", "en", undefined],
    ["the key", "2", "en", "2"],
    ["the key's name", "Two.", "en", "2"],
    ["the key's name in Spanish", "dos", "es", "2"],
    ["a key that no option has", "seven", "en", undefined],
    ["a key's name within other words", "two kettles", "en", undefined],
    ["something else", "what", "en", undefined],
    ["nothing that could be written down", "…", "en", undefined],
    ["nothing", "", "en", undefined],
  ])("%s: %j", (_, words, language, key) => {
    expect(optionSaid(words, language, options)?.key).toBe(key);
  });

  test("a phrase without a letter is never said", () => {
    expect(optionSaid("", "en", [option("1", ["!"])])).toBeUndefined();
    expect(optionSaid("what", "en", [option("1", ["!"])])).toBeUndefined();
  });
});

describe("whether a person was asked for:", () => {
  test.each([
    ["a person", "I want to talk to a person", "en", true],
    ["an operator, in Spanish", "una operadora, por favor", "es", true],
    ["reception, without its accent", "recepcion", "es", true],
    ["in English, whatever the language", "representative", "es", true],
    ["in Spanish, from an English menu", "operadora", "en", false],
    ["a part of a word", "personal computer", "en", false],
    ["beside an option", "a person in sales", "en", true],
    ["an option that has such a word in it", "a travel agent", "en", false],
    ["such an option, and a person", "a person, not a travel agent", "en", true],
    ["an option", "sales", "en", false],
  ])("%s: %j", (_, words, language, asked) => {
    expect(personSaid(words, language, options)).toBe(asked);
  });
});
