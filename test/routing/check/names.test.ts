import { describe, expect, test } from "vitest";
import { readRouting } from "../../../src/routing/check.ts";
import { eachFault, model } from "../model.ts";

describe("names that nothing defines", () => {
  eachFault([
    [
      "a queue",
      { "menus.support.options[0].to.queue": "suport" },
      "menus.support.options[0].to.queue",
      /^there is no queue "suport"; did you mean "support"\?$/,
    ],
    [
      "a queue like no other",
      { "menus.support.options[0].to.queue": "billing" },
      "menus.support.options[0].to.queue",
      /^there is no queue "billing": add it, or use "sales", "support" or "reception"$/,
    ],
    [
      "a queue of which a return call is to be had",
      { "menus.support.options[3].to.queue": "suport" },
      "menus.support.options[3].to.queue",
      /^there is no queue "suport"; did you mean "support"\?$/,
    ],
    [
      "a queue named like what every object has",
      { "menus.support.options[0].to.queue": "constructor" },
      "menus.support.options[0].to.queue",
      /no queue "constructor"/,
    ],
    [
      "a menu",
      { "lines[1].opensWith.menu": "suport" },
      "lines[1].opensWith.menu",
      /no menu "suport"; did you mean "support"/,
    ],
    [
      "a menu after a message",
      { "menus.main.options[2].to.next": "mian" },
      "menus.main.options[2].to.next",
      /no menu "mian"; did you mean "main"/,
    ],
    [
      "hours",
      { "queues.sales.hours": "everyday" },
      "queues.sales.hours",
      /no set of hours "everyday"; did you mean "every-day"/,
    ],
    [
      "a track",
      { "queues.sales.music[0]": "harbor-lights" },
      "queues.sales.music[0]",
      /no track "harbor-lights"; did you mean "harbour-lights"/,
    ],
    [
      "an announcement",
      { "queues.sales.announcements[1]": "trade-inn" },
      "queues.sales.announcements[1]",
      /no announcement "trade-inn"; did you mean "trade-in"/,
    ],
    [
      "a skill that no rep has",
      { "queues.support.ring.pool[1].skills[1]": "sale" },
      "queues.support.ring.pool[1].skills[1]",
      /no rep with the skill "sale"; did you mean "sales"/,
    ],
    [
      "a segment that no option gives",
      { "announcements.quiet-kettle.segments[0]": "new-kettles" },
      "announcements.quiet-kettle.segments[0]",
      /segment "new-kettles"; did you mean "new-kettle"/,
    ],
    ["the first language", { "business.language": "fr" }, "business.language", /no language "fr"/],
    ["a rep's language", { "reps.ana.languages[1]": "fr" }, "reps.ana.languages[1]", /no language "fr"/],
    [
      "an option's language",
      { "menus.main.options[4].language": "fr" },
      "menus.main.options[4].language",
      /no language "fr"/,
    ],
    [
      "the language of spoken words",
      { "menus.main.options[4].says.fr": ["espagnol"] },
      "menus.main.options[4].says.fr",
      /no language "fr"/,
    ],
    ["the language of prompts", { "prompts.fr": { "main-menu": "Bonjour" } }, "prompts.fr", /no language "fr"/],
    [
      "a prompt",
      { "menus.main.prompt": "man-menu" },
      "menus.main.prompt",
      /no prompt "man-menu"; did you mean "main-menu"/,
    ],
    ["the name of a queue", { "queues.sales.name": "sales-nam" }, "queues.sales.name", /did you mean "sales-name"/],
    [
      "a house prompt, nearly",
      { "menus.main.options[2].to.prompt": "closed-no-tme" },
      "menus.main.options[2].to.prompt",
      /did you mean "closed-no-time"/,
    ],
    [
      "the body of a text",
      { "menus.main.options[3].to.body": "manual-text" },
      "menus.main.options[3].to.body",
      /did you mean "manuals-text"/,
    ],
    [
      "what a call is about",
      { "menus.support.options[1].about": "about-repairs" },
      "menus.support.options[1].about",
      /did you mean "about-repair"/,
    ],
  ]);

  test("music is taken on trust where nobody says which tracks there are", () => {
    expect(readRouting(model({ "queues.sales.music": ["any-track"] }), "v1")).toHaveProperty("routing");
  });

  test("a recorded prompt's file must be there, where somebody says which there are", () => {
    const source = model({ "prompts.en.address": { file: "adress-en.wav", words: "We are in Mill Lane." } });
    expect(readRouting(source, "v1", { recordings: ["address-en.wav"] })).toMatchObject({
      faults: [{ path: "prompts.en.address.file", sentence: expect.stringMatching(/did you mean "address-en.wav"/) }],
    });
    expect(readRouting(source, "v1")).not.toMatchObject({ faults: [{ path: "prompts.en.address.file" }] });
  });
});
