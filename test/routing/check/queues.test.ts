import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRouting } from "../../../src/routing/check.ts";
import type { Destination } from "../../../src/routing/routing.ts";
import { eachFault, model, modelFaults } from "../model.ts";
import { destinations, exits } from "./exits.ts";

const to = (queue: string) => ({ to: "queue", queue });
const menu = (menu: string) => ({ to: "menu", menu });

describe("rule one: a support caller never hears a sales message", () => {
  const rule = /^a support caller never hears a sales message/;
  const quiet = {
    kind: "sales",
    name: "sales-name",
    music: ["harbour-lights"],
    ring: { pool: [{ after: 0, skills: ["sales"] }] },
  };
  eachFault([
    [
      "a support queue that names announcements",
      { "queues.support.announcements": ["trade-in"] },
      "queues.support.announcements",
      rule,
    ],
    [
      "an overflow straight into announcements",
      { "queues.support.overflow.after.to": to("sales") },
      "queues.support.overflow.after.to",
      rule,
    ],
    [
      "an overflow through a queue without announcements",
      {
        "queues.quiet": { ...quiet, overflow: { whenFull: { size: 5, to: to("sales") } } },
        "queues.support.overflow.whenNobody": { to: to("quiet") },
      },
      "queues.support.overflow.whenNobody.to",
      /"support" → queue "quiet" → queue "sales"/,
    ],
    [
      "an overflow through a menu",
      { "queues.support.overflow.whenClosed": { to: menu("main") } },
      "queues.support.overflow.whenClosed.to",
      /queue "support" → menu "main" → queue "sales"/,
    ],
    [
      "an overflow to a menu in which a return call of such a queue can be had",
      { "queues.support.overflow.after.to": menu("support"), "menus.support.options[3].to.queue": "sales" },
      "queues.support.overflow.after.to",
      /queue "support" → menu "support" → queue "sales"/,
    ],
    [
      "reception, which key 0 reaches from every queue",
      { "business.reception": to("sales") },
      "business.reception",
      /queue "support" → reception → queue "sales"/,
    ],
  ]);

  test("a support queue may overflow into a sales queue that has no announcements", () => {
    expect(modelFaults({ "queues.quiet": quiet, "queues.support.overflow.after.to": to("quiet") })).toEqual([]);
  });

  test("in no routing that holds does any way from a support queue lead to announcements", () => {
    let held = 0;
    fc.assert(
      fc.property(destinations, (changes) => {
        const read = readRouting(model(changes), "v1");
        if ("faults" in read) return;
        held++;
        const { queues } = read.routing;
        const reached = new Map<string, Destination>([["start", { to: "queue", queue: "support" }]]);
        for (const at of reached.values()) {
          for (const next of exits(read.routing, at)) reached.set(JSON.stringify(next), next);
        }
        for (const at of reached.values()) {
          const queue = at.to === "queue" ? queues[at.queue] : undefined;
          expect(queue?.kind === "sales" ? queue.announcements : []).toEqual([]);
        }
      }),
      { seed: 20_261_122, numRuns: 300 },
    );
    expect(held).toBeGreaterThan(20);
  });
});

describe("queues", () => {
  eachFault([
    [
      "an overflow into itself",
      { "queues.support.overflow.after.to": to("support") },
      "queues.support.overflow.after.to",
      /cannot overflow into itself/,
    ],
    [
      "queues that hand a call to each other",
      {
        "queues.support.overflow.whenClosed": { to: to("reception") },
        "queues.reception.overflow.whenNobody.to": to("support"),
      },
      "queues.support.overflow.whenClosed.to",
      /circle \("support" → "reception" → "support"\)/,
    ],
    [
      "a pool that begins late",
      { "queues.support.ring.pool[0].after": 10 },
      "queues.support.ring.pool[0].after",
      /begins with after 0/,
    ],
    [
      "return calls offered where none is made",
      { "queues.sales.callbacks": { place: false, booked: false, offerAfter: 120 } },
      "queues.sales.callbacks.offerAfter",
      /nothing to offer: keep the place or book a time/,
    ],
    [
      "an option that leads to a return call which nobody makes",
      { "queues.support.callbacks": { place: false, booked: false } },
      "menus.support.options[3].to.queue",
      /^the queue "support" makes no return calls: let it keep the place or book a time/,
    ],
    [
      "a pool entry twice",
      { "queues.support.ring.pool[1].after": 0 },
      "queues.support.ring.pool[1].after",
      /two entries begin after 0 seconds/,
    ],
  ]);
});
