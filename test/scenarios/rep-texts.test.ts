import { expect, test } from "vitest";
import { office } from "../support/office.ts";

test("a rep promises a call by text, with what it is about, and lists what is owed", async () => {
  const { caller, rep, line, callbacks } = office({ reps: ["Ben"] });
  await rep("Ben")
    .texts(`PROMISE ${caller.number} 3pm about the lab`, line)
    .getsText(new RegExp(`You will call \\${caller.number} by 3 PM, about the lab\\. The receipt is \\d{6}`));
  const [callback] = await callbacks();
  expect(callback).toMatchObject({
    kind: "promised",
    owner: "ben",
    to: caller.number,
    note: { text: "the lab" },
    madeBy: { who: "rep", rep: "ben" },
  });
  await rep("Ben")
    .texts("owe", line)
    .getsText(new RegExp(`You owe one call:\n\\${caller.number} by 3 PM, the lab, ${callback?.code}`));
});

test("a rep who promises the same customer again moves the call, and the customer is told", async () => {
  const { caller, another, rep, line, callbacks } = office({ reps: ["Ben"] });
  await rep("Ben")
    .texts(`promise ${caller.number} 3pm about the lab`, line)
    .getsText(/You will call/);
  await rep("Ben")
    .texts(`promise ${caller.number} at four`, line)
    .getsText(/by 4 PM/);
  expect(await callbacks()).toMatchObject([{ given: [{ ended: { how: "moved" } }, {}], note: { text: "the lab" } }]);
  await rep("Ben")
    .texts("OWE", line)
    .getsText(/owe one call/);
  await another()
    .texts("OWE", line)
    .getsText(/text CALL/);
});

test.each([
  ["no number", "PROMISE the lab by three", /did not find a number.*PROMISE \+12125550123 3pm/],
  ["no time", "PROMISE +12125550123 soonish", /did not understand the time.*PROMISE/],
  ["a number that is never called", "PROMISE +19005550123 3pm", /did not find a number/],
] as const)("a promise with %s is helped kindly, and nothing is promised", async (_, words, answer) => {
  const { rep, line, callbacks } = office({ reps: ["Ben"] });
  await rep("Ben").texts(words, line).getsText(answer);
  expect(await callbacks()).toEqual([]);
});

test("a rep who owes too much then is offered the next free time, and takes it with YES", async () => {
  const { caller, another, rep, line, callbacks } = office({
    reps: ["Ben"],
    routing: (routing) => ({ ...routing, business: { ...routing.business, owedPerHalfHour: 1 } }),
  });
  await rep("Ben")
    .texts(`PROMISE ${another().number} 3pm`, line)
    .getsText(/by 3 PM/);
  await rep("Ben")
    .texts(`PROMISE ${caller.number} 3:10pm about the lid`, line)
    .getsText(/as many calls for about then as you can make\. You are free to call by 3:30 PM\. Reply YES/)
    .texts("yes", line)
    .getsText(/You will call .* by 3:30 PM, about the lid/);
  expect(await callbacks()).toHaveLength(2);
});

test("a rep's news are with the call, for whoever makes it; a receipt that is none is told so", async () => {
  const { caller, rep, line, callbacks } = office({ reps: ["Ana", "Ben"] });
  await rep("Ben")
    .texts(`PROMISE ${caller.number} 3pm about the lab`, line)
    .getsText(/receipt/);
  const [callback] = await callbacks();
  await rep("Ana")
    .texts(`NEWS ${callback?.code} the lab has said yes`, line)
    .getsText(/Noted for/)
    .texts("news 99", line)
    .getsText(/NEWS 123456 the lab has said yes/);
  expect(await callbacks()).toMatchObject([{ news: { rep: "ana", text: "the lab has said yes" } }]);
});

test("a rep who speaks Spanish does the same in Spanish", async () => {
  const { caller, rep, line, callbacks } = office({
    reps: ["Ana"],
    routing: (routing) => ({
      ...routing,
      reps: { ...routing.reps, ana: { ...routing.reps.ana, languages: ["es"] } },
    }),
  });
  await rep("Ana")
    .texts(`Prometo ${caller.number} a las cuatro sobre la tapa`, line)
    .getsText(/Usted llamará a .* a más tardar a las 4 de la tarde, por la tapa/)
    .texts("debo", line)
    .getsText(/Debe una llamada/);
  expect(await callbacks()).toHaveLength(1);
});
