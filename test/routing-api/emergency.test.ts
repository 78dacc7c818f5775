import { expect, test } from "vitest";
import request from "supertest";
import { adminToken } from "../support/admin-token.ts";
import { office } from "../support/office.ts";
import { asksFor } from "../support/usual.ts";

/** Somebody at the switches of a small business whose one rep is in a conversation. */
async function atTheSwitches() {
  const opened = office({ reps: ["Ben"], talking: ["Ben"] });
  const api = request((await opened.app()).publicUrl);
  const asked = (test: request.Test) => test.set("Authorization", `Bearer ${adminToken}`);
  return {
    office: opened,
    read: async () => (await asked(api.get("/api/emergency"))).body as unknown,
    put: async (path: string, body: object) => (await asked(api.put(`/api/${path}`)).send(body)).status,
  };
}

test("it says how many people an emergency concerns: on the line, waiting, and owed a return call", async () => {
  const { office: business, read } = await atTheSwitches();
  await asksFor(business.caller, "support").hears(/next in line/);
  await business.owes({ to: "+12125550123" });
  expect(await read()).toMatchObject({
    storm: { words: null },
    offers: { off: false },
    calls: { off: false },
    concerns: { onTheLine: 2, waiting: 1, owed: 1, soon: 1 },
    languages: ["en", "es"],
  });
});

test("what is switched off says since when and by whom, also after a restart", async () => {
  const { office: business, read, put } = await atTheSwitches();
  await put("routing/storm", { words: { en: "The power is out." } });
  await put("callbacks/offers", { off: true });
  await put("callbacks/switch", { off: true });
  await business.restart();
  const by = { at: new Date(business.now()).toISOString(), by: "a test's own" };
  expect(await read()).toMatchObject({
    storm: { words: { en: "The power is out." }, ...by },
    offers: { off: true, ...by },
    calls: { off: true, ...by },
  });
});

test("with the offers off nobody is offered a return call, and those that are owed are placed all the same", async () => {
  const { office: business, put } = await atTheSwitches();
  await put("callbacks/offers", { off: true });
  const owed = business.another("+12125550123");
  await business.owes({ to: owed.number });
  await asksFor(business.caller, "support")
    .hears(/next in line/)
    .presses("*")
    .hears(/press 2/)
    .hasNotHeard(/call you back/i);
  await business.rep("Ben").hangsUp();
  await business.rep("Ben").rings({ minutes: 2 });
});
