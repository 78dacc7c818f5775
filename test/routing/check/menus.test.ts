import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRouting } from "../../../src/routing/check.ts";
import type { Destination, Routing } from "../../../src/routing/routing.ts";
import { eachFault, model, modelFaults } from "../model.ts";
import { destinations } from "./exits.ts";

const voicemail = { to: "voicemail" };
const to = (queue: string) => ({ to: "queue", queue });
const menu = (menu: string) => ({ to: "menu", menu });
const menuOf = (...exits: object[]) => ({
  prompt: "main-menu",
  options: exits.map((exit, index) => ({ key: String(index + 1), to: exit })),
});

describe("menus", () => {
  eachFault([
    [
      "a key twice",
      { "menus.main.options[1].key": "1" },
      "menus.main.options[1].key",
      /^key 1 already chooses option 1/,
    ],
    [
      "the same words on two options, whatever their case",
      { "menus.main.options[1].says.en": ["Sales "] },
      "menus.main.options[1].says.en[0]",
      /^"sales" in en already chooses option 1/,
    ],
    ["a menu that nothing leads to", { "menus.attic": menuOf(to("support")) }, "menus.attic", /leads to this menu/],
    [
      "reception that is a voicemail",
      {
        "business.reception": voicemail,
        "menus.support.fallback": to("support"),
        "menus.main.fallback": to("support"),
      },
      "business.reception",
      /must reach a person/,
    ],
    [
      "reception that is a message",
      { "business.reception": { to: "message", prompt: "opening-hours" } },
      "business.reception",
      /must reach a person/,
    ],
    [
      "a fallback that ends at a voicemail",
      { "menus.main.fallback": voicemail },
      "menus.main.fallback",
      /silence and wrong keys must lead to a person/,
    ],
    [
      "a fallback that leads back",
      { "menus.main.fallback": menu("support"), "menus.support.fallback": menu("main") },
      "menus.main.fallback",
      /goes round in a circle \("main" → "support" → "main"\)/,
    ],
    [
      "a fallback to a message that leads back",
      { "menus.main.fallback": { to: "message", prompt: "opening-hours", next: "main" } },
      "menus.main.fallback",
      /circle \("main" → "main"\)/,
    ],
    [
      "a number that is one of the lines",
      { "menus.main.fallback": { to: "number", number: "+12125550101" } },
      "menus.main.fallback.number",
      /is one of the lines/,
    ],
    [
      "the number for the worst day that is one of the lines",
      { "business.fallbackNumber": "+12125550100" },
      "business.fallbackNumber",
      /is one of the lines/,
    ],
  ]);

  test("reception may be a menu that leads to a person and does not wait for ever", () => {
    const desk = { ...menuOf(to("reception"), voicemail), fallback: to("reception") };
    expect(modelFaults({ "menus.desk": desk, "business.reception": menu("desk") })).toEqual([]);
  });

  test("reception that is a menu without a fallback lets the silent go round", () => {
    const faults = modelFaults({ "menus.desk": menuOf(to("reception")), "business.reception": menu("desk") });
    expect(faults).toEqual([
      { path: "menus.desk.fallback", sentence: expect.stringMatching(/circle \("desk" → "desk"\)/) },
    ]);
  });

  test("menus without a person are named one by one where reception is none either", () => {
    const faults = modelFaults({
      "business.reception": voicemail,
      "lines[0].opensWith": menu("first"),
      "menus.first": menuOf(menu("second"), menu("main"), voicemail),
      "menus.second": menuOf(menu("first"), voicemail),
      "menus.main.options": [{ key: "1", to: voicemail, segment: "new-kettle" }],
      "menus.main.fallback": undefined,
    });
    expect(faults.map(({ path }) => path)).toEqual(["business.reception", "menus.main", "menus.first", "menus.second"]);
  });
});

/** Where a caller who says nothing is led from here. */
const silent = ({ business, menus }: Routing, to: Destination): Destination => {
  const menu = to.to === "menu" ? to.menu : to.to === "message" ? to.next : undefined;
  return menu === undefined ? to : (menus[menu]?.fallback ?? business.reception);
};

test("in no routing that holds does a caller who says nothing stay without a person", () => {
  let held = 0;
  fc.assert(
    fc.property(destinations, (changes) => {
      const read = readRouting(model(changes), "v1");
      if ("faults" in read) return;
      held++;
      for (const menu of Object.keys(read.routing.menus)) {
        let at: Destination = { to: "menu", menu };
        for (let turns = 0; turns < 10; turns++) at = silent(read.routing, at);
        expect(["queue", "number"]).toContain(at.to);
      }
    }),
    { seed: 20_261_122, numRuns: 300 },
  );
  expect(held).toBeGreaterThan(20);
});
