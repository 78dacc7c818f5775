import { expect, test } from "vitest";
import type { Call, Heard, PhoneEvent } from "../../src/phone/event.ts";
import { nothingYet, remember } from "../../src/phone/memory.ts";
import { linesOf } from "../../src/phone/screen.ts";
import { help, lineList, welcome } from "../../src/phone/welcome.ts";
import { book } from "./company.ts";

const [line, caller, ana, ben] = ["+12125550000", "+12125550301", "+12125550201", "+12125550202"];
const start = Date.UTC(2026, 10, 23, 15);
const call: Call = { sid: "CA1", direction: "inbound", from: caller, to: line, state: "ringing", startedAt: start };
const rung: Call = { ...call, sid: "CA2", direction: "outbound", from: line, to: ana };

/** What is shown, row by row, while all of this happens; everything a second after another. */
function shown(events: readonly PhoneEvent[], by: "keys" | "words" = "keys"): readonly string[] {
  let memory = nothingYet;
  return events.flatMap((event, second) => {
    const lines = linesOf(memory, event, { book, by }, start + second * 1_000);
    memory = remember(memory, event);
    return lines.map(({ at, words }) => (at === undefined ? words : `${Math.floor(at)} ${words}`));
  });
}

const state = (calls: readonly Call[] = [], texts: readonly string[] = []): PhoneEvent => ({
  event: "state",
  data: { calls: [...calls], texts: texts.map((body) => ({ from: line, body, at: start })) },
});
const told = (event: "dialled" | "ringing" | "answered" | "ended", data: Call): PhoneEvent => ({ event, data });
const heard = (kind: Heard["kind"], more: Partial<Heard> = {}, at = 5): PhoneEvent => ({
  event: "heard",
  data: { sid: "CA1", at: start + at * 1_000, kind, ...more },
});
const during = (...events: readonly PhoneEvent[]) => shown([state(), told("dialled", call), ...events]).slice(1);

test("a call that is dialled rings, is answered and ends, each with the seconds since it began", () => {
  const over = { ...call, state: "ended" as const, endedAt: start + 65_000, endedBecause: "hung up" };
  expect(shown([state(), told("dialled", call), told("answered", call), told("ended", over)])).toEqual([
    "0 ☎ ringing Bright Kettle (+1 212 555 0000)",
    "2 ☎ answered",
    "65 ☎ ended: you hung up",
  ]);
});

const music = "http://127.0.0.1:3000/audio/music/921a69165160b113/240000-720000.wav";
test.each([
  ["a sentence", heard("say", { text: "Welcome" }), "5 “Welcome”"],
  ["music", heard("play", { url: music }), "5 ♪ Harbour Lights 0:30–1:30"],
  ["a recorded prompt", heard("play", { url: "http://a/recorded/address.wav" }), "5 “We are at 12 Mill Lane.”"],
  ["the network's music", heard("default-music"), "5 ♪ the telephone network's own music"],
  ["a beep", heard("beep"), "5 · beep"],
  ["silence", heard("silence"), "5 · silence"],
  ["a pause", heard("pause"), "5 · silence"],
  ["ringing", heard("ringing"), "5 ☎ ringing"],
  ["tones", heard("tones", { text: "12#" }), "5 · tones 12#"],
  ["a person", heard("person", { with: [ana] }), "5 talking with Ana (+1 212 555 0201)"],
  ["two", heard("person", { with: [ana, ben] }), "5 talking with Ana (+1 212 555 0201) and Ben (+1 212 555 0202)"],
  ["nobody", heard("person", { with: [] }), "5 · nobody else is there"],
  ["what a person says", heard("words", { text: "Hello", with: [ana] }), "5 Ana: “Hello”"],
])("%s is shown in one row", (_, event, row) => {
  expect(during(event)).toEqual([row]);
});

test("silence that goes on is shown once, also when a person's words come between", () => {
  expect(during(heard("pause"), heard("silence", {}, 6), heard("beep", {}, 7), heard("silence", {}, 8))).toEqual([
    "5 · silence",
    "7 · beep",
    "8 · silence",
  ]);
  expect(during(heard("silence"), heard("words", { text: "Hm", with: [ana] }, 6), heard("silence", {}, 7))).toEqual([
    "5 · silence",
    "6 Ana: “Hm”",
  ]);
});

test("a telephone that rings says who calls, and what to press or to say", () => {
  expect(shown([state(), told("ringing", rung)])).toEqual([
    "0 ☎ Ring ring: a call from Bright Kettle (+1 212 555 0000). Press a to answer, x to decline.",
  ]);
  expect(shown([state(), told("ringing", rung)], "words")[0]).toContain("Say answer or decline.");
});

test.each([
  ["the document ended", call, "Bright Kettle hung up"],
  ["completed by REST", rung, "Bright Kettle hung up"],
  ["declined", rung, "you declined"],
  ["no-answer", rung, "nobody answered"],
  ["canceled by REST", rung, "it rings no more"],
  ["not a number of this account", call, "nobody has this number"],
  ["time limit", call, "time limit"],
])("a call that ended with %j says why in words", (endedBecause, which, why) => {
  const over = { ...which, state: "ended" as const, endedAt: start + 1_000, endedBecause };
  expect(shown([told("ended", over)])).toEqual([`1 ☎ ended: ${why}`]);
});

test("a text is shown with its sender's name", () => {
  expect(shown([state(), { event: "text", data: { from: line, body: "You are in now.", at: start } }])).toEqual([
    "✉ Bright Kettle: You are in now.",
  ]);
});

test("a telephone taken up in the middle of a call shows the call, what is heard, and the last three texts", () => {
  const talking = {
    ...call,
    state: "in-progress" as const,
    hearing: { at: start, kind: "person" as const, with: [ana] },
  };
  expect(shown([state([], []), state([talking, rung], ["a"])].slice(1))).toEqual([
    "0 ☎ in a call with Bright Kettle (+1 212 555 0000)",
    "0 talking with Ana (+1 212 555 0201)",
    "0 ☎ Ring ring: a call from Bright Kettle (+1 212 555 0000). Press a to answer, x to decline.",
    "✉ Bright Kettle: a",
  ]);
  expect(shown([state([], ["a", "b", "c", "d"])])).toEqual(["b", "c", "d"].map((body) => `✉ Bright Kettle: ${body}`));
});

test("after a lost connection only what is new is shown: texts that came, calls that went", () => {
  expect(shown([state([], ["a"]), told("dialled", call), state([], ["a", "b"])]).slice(-2)).toEqual([
    "2 ☎ ended while nothing was heard",
    "✉ Bright Kettle: b",
  ]);
  expect(shown([state([call], ["a"]), state([call], ["a"])])).toHaveLength(2);
  expect(shown([state([], ["a", "b"]), state([], ["new"])]).at(-1)).toBe("✉ Bright Kettle: new");
});

const people = [
  { address: caller, name: "caller 1", rep: false },
  { address: ana, name: "Ana", rep: true },
  { address: "sip:chloe@kettle.example", name: "Chloé", rep: true },
];
test.each(people)("the first screen of $name says who it is and what to do first, in eight rows at most", (who) => {
  for (const by of ["keys", "words"] as const) {
    const rows = welcome(who, book, by).trimEnd().split("\n");
    expect(rows.length).toBeLessThanOrEqual(8);
    expect(rows[0]).toContain(who.name);
    expect(rows[1]).toMatch(who.rep ? /sign in/ : /call Bright Kettle/);
    expect(help(who, book, by)).toContain("1  Main line, +1 212 555 0000");
  }
  expect(lineList(book)).toBe("  1  Main line, +1 212 555 0000\n");
});
