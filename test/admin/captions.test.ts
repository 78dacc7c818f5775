import { expect, test } from "vitest";
import { captionOf } from "../../src/admin/pages/telephones/captions.ts";
import { bookOf } from "../../src/phone/book.ts";
import type { Heard, PhoneEvent } from "../../src/phone/event.ts";
import { readRouting } from "../../src/routing/check.ts";
import { business, line } from "../support/business.ts";

const read = readRouting(business, "test");
if (!("routing" in read)) throw new Error("the business does not hold");
const book = bookOf(read.routing, [{ title: "Small Clock", sha256: "0123456789abcdef00" }]);
const caller = "+12125550301";

const heard = (one: Partial<Heard>): PhoneEvent => ({
  event: "heard",
  data: { sid: "CA1", at: 1_000, kind: "say", ...one },
});
const call = { sid: "CA1", direction: "inbound", from: caller, to: line, state: "in-progress", startedAt: 0 } as const;

test.each<[string, PhoneEvent, object]>([
  ["what is said", heard({ text: "Welcome." }), { kind: "said", words: "Welcome." }],
  [
    "music",
    heard({ kind: "play", url: "http://x/audio/music/0123456789abcdef/0-16000.wav" }),
    { kind: "music", words: "Small Clock 0:00–0:02" },
  ],
  [
    "what a person says",
    heard({ kind: "words", text: "Hello?", with: [caller] }),
    { kind: "person", words: "Hello?", who: "caller 1" },
  ],
  [
    "with whom one is connected",
    heard({ kind: "person", with: ["+12125550202"] }),
    { kind: "call", words: "Talking with Ben" },
  ],
  ["that nobody is there", heard({ kind: "person", with: [] }), { kind: "quiet", words: "Nobody else is there" }],
  ["a call that begins", { event: "dialled", data: call }, { words: "Calling Bright Kettle (+1 212 555 0000)" }],
  [
    "a call that comes",
    { event: "ringing", data: { ...call, from: line, direction: "outbound" } },
    { words: "Rung by Bright Kettle" },
  ],
  [
    "why a call ended",
    { event: "ended", data: { ...call, state: "ended", endedBecause: "the document ended" } },
    { words: "Call ended: Bright Kettle hung up" },
  ],
  [
    "a text",
    { event: "text", data: { from: line, body: "You are in now.", at: 1 } },
    { kind: "text", words: "You are in now.", who: "Bright Kettle" },
  ],
])("a telephone's screen shows %s", (_what, told, caption) => {
  expect(captionOf(told, undefined, book)).toMatchObject(caption);
});

test("silence after silence is shown once", () => {
  const silence = heard({ kind: "silence" });
  expect(captionOf(silence, undefined, book)).toMatchObject({ words: "Silence" });
  expect(captionOf(silence, { at: 0, kind: "pause" }, book)).toBeUndefined();
});
