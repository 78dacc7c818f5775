import { expect, test } from "vitest";
import type { Business } from "../support/business.ts";
import { mailServer } from "../support/mail-server.ts";
import { office } from "../support/office.ts";
import { asksFor, talk, wrapsUp } from "../support/usual.ts";

function withMail(routing: Business) {
  const { ben, dana } = routing.reps;
  return {
    ...routing,
    business: { ...routing.business, email: "office@kettle.example" },
    reps: {
      ...routing.reps,
      ben: { ...ben, email: "ben@kettle.example" },
      dana: { ...dana, email: "dana@kettle.example" },
    },
  };
}

test("a voicemail is told to the leads and to the admins by mail", async () => {
  const server = await mailServer();
  const { caller, line, pass } = office({ smtpUrl: server.url, routing: withMail });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("5")
    .hears(/leave your message/)
    .waits({ seconds: 8 })
    .says("Please call me back about the blue one")
    .hears(/We have your message/);
  await pass({ seconds: 5 });
  expect(server.arrived.flatMap(({ to }) => to).toSorted()).toEqual(["dana@kettle.example", "office@kettle.example"]);
  expect(server.arrived[0]?.message).toMatch(/^Subject: Bright Kettle: a new voicemail/im);
  expect(server.arrived[0]?.message).toContain(`new voicemail from ${caller.number}`);
});

test("a promise that falls due is told to its owner by mail too, and the lead", async () => {
  const server = await mailServer();
  const { caller, rep, line, pass } = office({ reps: ["Ben"], smtpUrl: server.url, routing: withMail });
  await rep("Ben")
    .texts(`PROMISE ${caller.number} noon about the lid`, line)
    .getsText(/You will call/);
  await rep("Ben").isFound("unreachable");
  await pass({ minutes: 91 });
  expect(server.arrived.map(({ to }) => to)).toEqual([["ben@kettle.example"]]);
  expect(server.arrived[0]?.message).toContain("by noon, about the lid");
});

test("a mail server that is down holds up no call, and gets the mail when it is back", async () => {
  const server = await mailServer();
  const { caller, another, rep, pass } = office({ reps: ["Ben", "Dana"], smtpUrl: server.url, routing: withMail });
  await talk(another(), rep("Ben"));
  server.answers(451);
  await rep("Ben")
    .presses("*")
    .hears(/9 to end an abusive/)
    .presses("9")
    .hears(/in your own words/)
    .hangsUp();
  await rep("Dana").getsText(/Ben ended an abusive call/);
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await wrapsUp(rep("Ben"));
  await pass({ minutes: 10 });
  expect(server.arrived).toEqual([]);
  server.answers("takes");
  await pass({ minutes: 30 });
  expect(server.arrived.flatMap(({ to }) => to).toSorted()).toEqual(["dana@kettle.example", "office@kettle.example"]);
});

test("without a mail server nothing is sent, and everything goes on", async () => {
  const { caller, rep, pass, logged } = office({ reps: ["Ben"], talking: ["Ben"], routing: withMail });
  await asksFor(caller, "support").hearsMusic().presses("3").waits({ seconds: 10 }).says("My kettle leaks");
  await caller.hears(/kept your place/);
  await rep("Dana").getsText(/new voicemail/);
  await pass({ seconds: 5 });
  expect(logged().filter(({ level }) => level >= 40)).toEqual([]);
});
