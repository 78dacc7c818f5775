import { expect, test } from "vitest";
import { office } from "../support/office.ts";
import { asksFor, talk } from "../support/usual.ts";

const staffed = { reps: ["Ana", "Ben"], talking: ["Ana", "Ben"] };

test("CALL keeps a place in line; WHERE tells it, CANCEL with the receipt gives it up", async () => {
  const { caller, another, line, callbacks } = office(staffed);
  await asksFor(another(), "reception").hears(/next in line/);
  await caller.texts("CALL", line).getsText(/keep your place in line.*Your receipt is \d{6}/);
  const [callback] = await callbacks();
  expect(callback).toMatchObject({ kind: "place", to: caller.number, madeBy: { who: "caller", via: "text" } });
  await caller.texts("where?", line).getsText(/number 2 in line for your return call/);
  await another()
    .texts(`${callback?.code}`, line)
    .getsText(/number 2 in line for your return call/);
  await caller.texts(`CANCEL ${callback?.code}`, line).getsText(/is cancelled/);
  await caller.texts("WHERE", line).getsText(/no open return call/);
  expect(await callbacks()).toMatchObject([{ state: { at: "closed" }, given: [{ ended: { how: "cancelled" } }] }]);
});

test("CALL with a time books it; MOVE moves it, and what is not free is offered at another time, for YES", async () => {
  const { caller, line, callbacks } = office(staffed);
  await caller.texts("call 3pm", line).getsText(/we will call you at 3 PM/);
  await caller.texts("CALL", line).getsText(/already have you down.*at 3 PM/);
  await caller.texts("move", line).getsText(/At what time/);
  await caller.texts("MOVE whenever", line).getsText(/did not understand the time/);
  await caller.texts("MOVE 4:15pm", line).getsText(/Done: we will call you at 4:15 PM/);
  await caller.texts("move 4:20pm", line).getsText(/taken\. We can call you at 4:30 PM\. Reply YES/);
  await caller.texts("Yes", line).getsText(/Done: we will call you at 4:30 PM/);
  expect(await callbacks()).toMatchObject([
    {
      kind: "booked",
      given: [{ ended: { how: "moved", by: { who: "caller", via: "text" } } }, { ended: { how: "moved" } }, {}],
    },
  ]);
});

test("a caller who writes Spanish is answered in Spanish, and remembered so", async () => {
  const { caller, line, callbacks, app } = office(staffed);
  await caller.texts("Llámenme a las 3", line).getsText(/le llamaremos a las 3 de la tarde/);
  await caller.texts("¿Dónde?", line).getsText(/Le llamaremos a las 3 de la tarde/);
  await caller.texts("MOVER 16:00", line).getsText(/Hecho: le llamaremos a las 4 de la tarde/);
  const [callback] = await callbacks();
  expect(callback).toMatchObject({ language: "es" });
  await caller.texts(`Cancelar ${callback?.code}`, line).getsText(/queda cancelada/);
  await caller.texts("algo distinto", line).getsText(/envíe LLAMAR/);
  expect(await (await app()).store.get("caller", caller.number)).toMatchObject({ language: "es" });
});

test("free words are answered with what can be done, and with how an open return call stands", async () => {
  const { caller, line } = office(staffed);
  await caller.texts("Is my kettle ready?", line).getsText(/^Bright Kettle: text CALL/);
  await caller.texts("CALL 3pm", line).getsText(/at 3 PM/);
  await caller.texts("it is the red one", line).getsText(/We will call you at 3 PM.*text CALL/);
});

test("STOP ends our texts, said once by Twilio and not by us, until START", async () => {
  const { caller, rep, line, pass, exchange } = office({ reps: ["Ben"] });
  await caller.texts("STOP", line).getsText(/successfully been unsubscribed/);
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await rep("Ben")
    .hears(/How did/)
    .presses("3")
    .hears(/By when/)
    .presses("1")
    .hears(/what the call is about/)
    .waits({ seconds: 8 })
    .presses("1")
    .hears(/You will call/)
    .presses("1")
    .hears(/noted/);
  await pass({ minutes: 1 });
  expect((await exchange()).phone(caller.number).texts).toHaveLength(1);
  await caller.texts("START", line).getsText(/get our texts again/);
  await caller.texts("WHERE", line).getsText(/Ben will call you by/);
});

test("CANCEL alone cancels, though Twilio takes it for an opt-out and lets no answer through", async () => {
  const { caller, line, callbacks, app } = office(staffed);
  await caller.texts("CALL 3pm", line).getsText(/at 3 PM/);
  await caller.texts("CANCEL", line).getsText(/successfully been unsubscribed/);
  expect(await callbacks()).toMatchObject([{ state: { at: "closed" } }]);
  expect(await (await app()).store.get("caller", caller.number)).toMatchObject({ textsUnwanted: true });
});

test("who wants no calls is called no more, until START", async () => {
  const { caller, line, callbacks } = office(staffed);
  await caller.texts("CALL 3pm", line).getsText(/at 3 PM/);
  await caller.texts("stop calling me", line).getsText(/will not call you any more/);
  expect(await callbacks()).toMatchObject([{ state: { at: "closed" } }]);
  await caller.texts("CALL", line).getsText(/asked us not to call/);
  await caller.texts("start", line).getsText(/texts again/);
  await caller.texts("CALL", line).getsText(/keep your place/);
});

test("at WhatsApp the same words do the same, and what we write later goes there for a day", async () => {
  const { caller, another, line, pass, exchange } = office(staffed);
  const there = another(`whatsapp:${caller.number}`);
  await there.texts("CALL 3pm", `whatsapp:${line}`).getsText(/we will call you at 3 PM/);
  await pass({ minutes: 4 * 60 + 46 });
  await there.getsText(/we will call you at 3 PM, as you chose/);
  expect((await exchange()).phone(caller.number).texts).toEqual([]);
});

test("a text that comes twice is answered the same, and does nothing twice", async () => {
  const { caller, line, callbacks, exchange } = office(staffed);
  (await exchange()).faults.duplicateWebhooks(1);
  await caller.texts("CALL 3pm", line).getsText(/at 3 PM/);
  expect(await callbacks()).toHaveLength(1);
});

test("closed now, a place cannot be kept: the first window is offered", async () => {
  const { caller, line, callbacks } = office({
    reps: ["Ben"],
    at: Date.UTC(2026, 10, 23, 3),
    routing: (routing) => {
      const weekly = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:00"]]]));
      const support = { ...routing.queues.support, hours: "office" };
      const reception = { ...routing.queues.reception, hours: "office" };
      return { ...routing, hours: { office: { weekly } }, queues: { ...routing.queues, support, reception } };
    },
  });
  await caller.texts("CALL", line).getsText(/We are closed then\. We can call you tomorrow at 9 AM\. Reply YES/);
  await caller.texts("yes", line).getsText(/we will call you tomorrow at 9 AM/);
  expect(await callbacks()).toMatchObject([{ kind: "booked" }]);
});

test("where the disk takes nothing nothing is promised by text", async () => {
  const { caller, line, diskFails } = office(staffed);
  await caller.texts("hello", line).getsText(/text CALL/);
  diskFails();
  await caller.texts("CALL 3pm", line).getsText(/could not note that just now/);
  await caller.texts("CALL 4pm", line).getsText(/could not note that just now/);
});

test("receipts that are guessed at by text are not looked at after a while, right ones neither; one's own call is", async () => {
  const { caller, another, line, callbacks, pass } = office(staffed);
  await caller.texts("CALL 3pm", line).getsText(/at 3 PM/);
  const [callback] = await callbacks();
  const guesser = another();
  for (let guess = 0; guess < 6; guess += 1)
    await guesser
      .texts(`CANCEL ${String((Number(callback?.code) + 1 + guess) % 1_000_000).padStart(6, "0")}`, line)
      .getsText(/no open return call with that receipt/);
  await guesser.texts(`CANCEL ${callback?.code}`, line).getsText(/cannot look that up/);
  await guesser.texts(`my receipt is ${callback?.code}`, line).getsText(/cannot look that up/);
  await caller.texts("WHERE", line).getsText(/at 3 PM/);
  await pass({ minutes: 61 });
  await guesser.texts(`${callback?.code}`, line).getsText(/at 3 PM/);
});
