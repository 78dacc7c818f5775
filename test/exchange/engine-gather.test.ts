import { expect, test } from "vitest";
import { engine, heardBy, line } from "./engine.ts";

const menu = (attributes: string, inside = "<Say>Press one for sales or two for support please</Say>") =>
  `<Gather action="/keys" ${attributes}>${inside}</Gather><Say>Nothing</Say>`;
const pages = (attributes: string, inside?: string) => ({
  "/voice": menu(attributes, inside),
  "/keys": "<Say>Thanks</Say>",
});

test("a key during the prompt cuts it and goes to the action with msg=Gather End", async () => {
  const { caller, pass, of } = await engine(pages("numDigits='1'"));
  const call = caller.dial(line);
  await pass(1);
  call.press("2");
  await pass(0);
  expect(of("/keys")[0]?.params).toMatchObject({ Digits: "2", msg: "Gather End" });
  expect(call.heard[1]).toMatchObject({ kind: "say", cut: true });
  await pass(5);
  expect(heardBy(call).at(-1)).toBe("Thanks");
});

test("the timeout begins when the prompt has ended, and without input the next verb runs", async () => {
  const { caller, pass, of } = await engine(pages("timeout='4'"));
  const call = caller.dial(line);
  await pass(3.6 + 3.9);
  expect(call.hearing?.kind).toBe("silence");
  await pass(0.2);
  expect(call.hearing?.text).toBe("Nothing");
  expect(of("/keys")).toEqual([]);
});

test("the timeout begins again with each key, and what was keyed in goes to the action when it is over", async () => {
  const { caller, pass, of } = await engine(pages("timeout='5'"));
  const call = caller.dial(line);
  await pass(1);
  call.press("12");
  await pass(4);
  call.press("3");
  await pass(4.9);
  expect(of("/keys")).toEqual([]);
  await pass(0.2);
  expect(of("/keys")[0]?.params["Digits"]).toBe("123");
});

test.each([
  ["", "45#6", "45"],
  ["finishOnKey='*'", "4#5*6", "4#5"],
  ["finishOnKey='' timeout='2'", "4#*", "4#*"],
  ["finishOnKey='' numDigits='2'", "#*7", "#*"],
])("with %s the keys %s come in as %s", async (attributes, keys, digits) => {
  const { caller, pass, of } = await engine(pages(attributes));
  const call = caller.dial(line);
  await pass(1);
  call.press(keys);
  await pass(4);
  expect(of("/keys").map(({ params }) => params["Digits"])).toEqual([digits]);
});

test("the finishing key before any other goes on with the next verb, unless an empty result is asked for", async () => {
  const plain = await engine(pages(""));
  const call = plain.caller.dial(line);
  await plain.pass(1);
  call.press("#");
  await plain.pass(0.1);
  expect(call.hearing?.text).toBe("Nothing");

  const empty = await engine(pages("actionOnEmptyResult='true'"));
  empty.caller.dial(line);
  await empty.pass(20);
  expect(empty.of("/keys")[0]?.params["Digits"]).toBe("");
});

test("several keys go one after another, 200 ms apart", async () => {
  const { caller, pass, of } = await engine(pages("numDigits='3'"));
  const call = caller.dial(line);
  await pass(1);
  call.press("123");
  await pass(0.39);
  expect(of("/keys")).toEqual([]);
  await pass(0.02);
  expect(of("/keys")[0]?.params["Digits"]).toBe("123");
});

test("speech comes in as a sentence with Confidence, and cuts the prompt", async () => {
  const { caller, pass, of } = await engine(pages("input='speech' speechTimeout='2'"));
  const call = caller.dial(line);
  await pass(1);
  call.say("i want to talk to billing");
  await pass(2.4 + 2.1);
  expect(call.heard[1]).toMatchObject({ cut: true });
  expect(of("/keys")[0]?.params).toMatchObject({ SpeechResult: "I want to talk to billing.", Confidence: "0.9128" });
  expect(of("/keys")[0]?.params["Digits"]).toBeUndefined();
});

test("of keys and speech the first decides", async () => {
  const { caller, pass, of } = await engine(pages("input='dtmf speech' timeout='2'"));
  const call = caller.dial(line);
  await pass(1);
  call.press("1");
  call.say("sales");
  await pass(5);
  expect(of("/keys")[0]?.params).toMatchObject({ Digits: "1" });
});

test("words at a Gather for keys, and keys at one for speech, are not heard", async () => {
  const { caller, pass, of } = await engine(pages("input='speech'"));
  const call = caller.dial(line);
  await pass(1);
  call.press("1");
  await pass(20);
  expect(of("/keys")).toEqual([]);
});

test("without an action the document that asked is asked again with what was keyed in", async () => {
  const { caller, pass, of } = await engine({
    "/voice": ({ params }) => (params["Digits"] ? "<Say>Got it</Say>" : "<Gather numDigits='1'/>"),
  });
  const call = caller.dial(line);
  await pass(1);
  call.press("7");
  await pass(5);
  expect(of("/voice").map(({ params }) => params["Digits"])).toEqual([undefined, "7"]);
  expect(heardBy(call).at(-1)).toBe("Got it");
});

test("an action that redirects over HTTP is followed with a GET that has lost the digits", async () => {
  const { caller, pass, of } = await engine({
    "/voice": menu("numDigits='1'"),
    "/keys": { status: 302, headers: { location: "/elsewhere" } },
    "/elsewhere": "<Say>Here</Say>",
  });
  const call = caller.dial(line);
  await pass(1);
  call.press("7");
  await pass(1);
  expect(of("/elsewhere")[0]).toMatchObject({ method: "GET", params: {}, signed: true });
});

test("nobody's action is asked when the caller hangs up in a Gather", async () => {
  const { caller, pass, of } = await engine(pages(""));
  const call = caller.dial(line);
  await pass(1);
  call.press("1");
  call.hangUp();
  await pass(20);
  expect(of("/keys")).toEqual([]);
});
