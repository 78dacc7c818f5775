import { expect, test } from "vitest";
import { engine, line, type Asked } from "./engine.ts";

const third = "+15005550030";
const room = "<Dial><Conference>room</Conference></Dial>";

/** What an ear heard people say, and who said it. */
const saidTo = (call: { readonly heard: readonly { kind: string; text?: string; with?: readonly string[] }[] }) =>
  call.heard.filter(({ kind }) => kind === "words").map(({ text, with: who }) => [who?.join(" "), text]);

test("what one says in a conversation the other hears, and is still connected", async () => {
  const { caller, rep, pass } = await engine({ "/voice": "<Dial><Number>+15005550020</Number></Dial>" });
  const call = caller.dial(line);
  await pass(1);
  const [ringing] = rep.calls;
  call.say("Is anybody there?");
  ringing?.answer();
  await pass(1);
  call.say("Hello, this is the caller");
  ringing?.say("And this is the rep");
  await pass(1);
  expect(ringing && saidTo(ringing)).toEqual([[caller.address, "Hello, this is the caller"]]);
  expect(saidTo(call)).toEqual([[rep.address, "And this is the rep"]]);
  expect(call.hearing?.with).toEqual([rep.address]);
});

test("who is muted in a conference is not heard, and who is held neither hears nor is heard", async () => {
  const muted = ({ params }: Asked) =>
    params["From"] === third ? "<Dial><Conference muted='true'>room</Conference></Dial>" : room;
  const { caller, rep, exchange, client, pass } = await engine({ "/voice": muted });
  const calls = [caller.dial(line), rep.dial(line), exchange.phone(third).dial(line)] as const;
  await pass(1);
  for (const call of calls) call.say("before");
  const [conference] = await client.conferences.list();
  await client
    .conferences(conference?.sid ?? "")
    .participants(calls[0].sid)
    .update({ hold: true });
  await pass(1);
  for (const call of calls) call.say("while held");
  await pass(1);
  expect(calls.map(saidTo)).toEqual([
    [[rep.address, "before"]],
    [[caller.address, "before"]],
    [
      [caller.address, "before"],
      [rep.address, "before"],
      [rep.address, "while held"],
    ],
  ]);
});
