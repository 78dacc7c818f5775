import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentence } from "../../src/routing/prompts.ts";
import { en } from "../../src/routing/prompts/en.ts";
import { es } from "../../src/routing/prompts/es.ts";
import { compile } from "../../src/routing/prompts/message.ts";
import { modelRouting } from "./model.ts";

const routing = modelRouting();
const argumentsOf = (message: string) =>
  compile(message, "en")
    .needs.map(({ name, as }) => `${name} ${as}`)
    .toSorted();

describe("Holdfast's own prompts", () => {
  test("both languages have the same ids", () => {
    expect(Object.keys(es)).toEqual(Object.keys(en));
  });

  test.each(Object.entries(en))("%s takes the same arguments in both languages", (id, message) => {
    expect(argumentsOf(Reflect.get(es, id))).toEqual(argumentsOf(message));
  });

  test.each([...Object.entries(en), ...Object.entries(es)])(
    "%s is named in kebab-case and says something short",
    (id, message) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(message.trim()).toBe(message);
      expect(message.length).toBeLessThan(700);
    },
  );

  test.each([...Object.values(en), ...Object.values(es)])("nothing hollow is said: %s", (message) => {
    expect(message).not.toMatch(/important|unusual|importante|valued|!/i);
  });
});

describe("what a prompt says", () => {
  test.each([
    ["en", 1, "You are next."],
    ["en", 3, "You are number 3 in line."],
    ["es", 1, "Va usted en primer lugar."],
    ["es", 3, "Ocupa el lugar número 3 en la fila."],
  ])("place in %s, at %i", (language, place, text) => {
    expect(sentence(routing, language, "place", { place }).text).toBe(text);
  });

  test.each([
    ["en", "wait-less", {}, "Your wait is less than a minute."],
    ["en", "wait-about", { minutes: 1 }, "Your wait is about one minute."],
    ["en", "wait-about", { minutes: 5 }, "Your wait is likely to be about 5 minutes."],
    ["en", "wait-between", { from: 4, to: 6 }, "Your wait is likely to be between 4 and 6 minutes."],
    ["en", "wait-up-to", { minutes: 3 }, "Your wait is likely to be less than 3 minutes."],
    ["es", "wait-about", { minutes: 1 }, "La espera es de alrededor de un minuto."],
    ["es", "wait-between", { from: 4, to: 6 }, "Es probable que la espera sea de entre 4 y 6 minutos."],
    ["en", "whisper-waited", { minutes: 0 }, "Waited less than a minute."],
    ["en", "whisper-waited", { minutes: 1 }, "Waited one minute."],
    ["es", "whisper-waited", { minutes: 12 }, "Ha esperado 12 minutos."],
    ["en", "wrap-up-thanks", { disposition: "resolved" }, "Noted as resolved. Thank you."],
    ["en", "wrap-up-thanks", { disposition: "not-yet" }, "Noted as not yet resolved. Thank you."],
    ["es", "desk-state", { state: "break" }, "Ahora está en pausa."],
    ["en", "closed", { opens: "tomorrow at 9 AM" }, "We are closed right now. We open tomorrow at 9 AM."],
  ])("%s %s %j", (language, id, args, text) => {
    expect(sentence(routing, language, id, args).text).toBe(text);
  });

  test("the business's name is always there to be said", () => {
    expect(sentence(routing, "en", "main-menu").text).toMatch(/^Welcome to Bright Kettle\. For sales, press 1\./);
  });

  test("each language has its own locale and voice", () => {
    expect(sentence(routing, "en", "held")).toEqual({
      text: "One moment, please.",
      locale: "en-US",
      voice: "Polly.Joanna-Neural",
    });
    expect(sentence(routing, "es", "held")).toEqual({
      text: "Un momento, por favor.",
      locale: "es-US",
      voice: "Polly.Lupe-Neural",
    });
  });

  test("the routing's own words come before Holdfast's, in that language alone", () => {
    const own = modelRouting({ "prompts.en.held": "Bear with us." });
    expect(["en", "es"].map((language) => sentence(own, language, "held").text)).toEqual([
      "Bear with us.",
      "Un momento, por favor.",
    ]);
  });

  test("two routings do not share their words", () => {
    const own = modelRouting({ "prompts.en.held": "Bear with us." });
    expect([own, routing, own].map((one) => sentence(one, "en", "held").text)).toEqual([
      "Bear with us.",
      "One moment, please.",
      "Bear with us.",
    ]);
  });

  test("a recording is named with the words that it says", () => {
    const own = modelRouting({ "prompts.en.held": { file: "held.wav", words: "One moment." } });
    expect(sentence(own, "en", "held")).toMatchObject({ file: "held.wav", text: "One moment." });
  });

  test("in a language Holdfast does not know, the business's language is heard, in its own voice", () => {
    const own = modelRouting({
      "business.language": "es",
      "business.languages.fr": { locale: "fr-FR", voice: "Polly.Lea-Neural" },
      "prompts.fr": { ...routing.prompts["es"], held: "Un instant." },
    });
    expect(sentence(own, "fr", "held")).toEqual({ text: "Un instant.", locale: "fr-FR", voice: "Polly.Lea-Neural" });
    expect(sentence(own, "fr", "goodbye")).toEqual({ text: es.goodbye, locale: "es-US", voice: "Polly.Lupe-Neural" });
  });

  test("where neither the caller's nor the business's language has it, Holdfast's English is heard in an English voice", () => {
    const own = modelRouting({
      "business.language": "fr",
      "business.languages": { fr: { locale: "fr-FR", voice: "Polly.Lea-Neural" } },
      prompts: { fr: routing.prompts["en"] },
      "menus.main.options": [{ key: "1", segment: "new-kettle", to: { to: "menu", menu: "support" } }],
      "menus.support.options": [{ key: "1", to: { to: "queue", queue: "support" } }],
      "reps.ana.languages": ["fr"],
      "reps.ben.languages": ["fr"],
      "reps.chloe.languages": ["fr"],
      "reps.diego.languages": ["fr"],
      "reps.eve.languages": ["fr"],
    });
    expect(sentence(own, "fr", "goodbye")).toEqual({ text: en.goodbye, locale: "en-US", voice: "Polly.Joanna-Neural" });
  });

  test("a prompt that exists nowhere is a bug", () => {
    expect(() => sentence(routing, "en", "no-such-prompt")).toThrow(/no prompt "no-such-prompt"/);
    expect(() => sentence(routing, "en", "constructor")).toThrow(/no prompt "constructor"/);
  });

  test("an argument that is missing is a bug", () => {
    expect(() => sentence(routing, "en", "place")).toThrow(/place/);
    expect(() => sentence(routing, "en", "closed", {})).toThrow(/opens/);
  });

  test("whatever somebody typed is said as it stands, and never read as a message", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("{place}", "'{", "<b>", "#", "{x, plural, other {#}}", ""),
        (typed, syntax) => {
          const story = `${typed}${syntax}`;
          expect(sentence(routing, "en", "whisper-about", { about: story }).text).toBe(`It is about ${story}.`);
        },
      ),
      { seed: 20_261_122, numRuns: 200 },
    );
  });
});
