import { expect, test } from "vitest";
import { offersAt } from "../../../src/admin/pages/routing/text/offers.ts";
import { model } from "../../routing/model.ts";

/** A routing as text in which some words stand as others; the cursor is where `|` is. */
function written(words: string, others: string): { readonly text: string; readonly at: number } {
  const before = JSON.stringify(model(), undefined, 2);
  expect(before.includes(words)).toBe(true);
  const text = before.replace(words, others);
  const at = text.indexOf("|");
  return { text: text.slice(0, at) + text.slice(at + 1), at };
}

function offered(words: string, others: string, facts = {}) {
  const { text, at } = written(words, others);
  const found = offersAt(text, at, facts);
  return found?.offers.map(({ label }) => label) ?? [];
}

function taken(words: string, others: string, label: string): string | undefined {
  const { text, at } = written(words, others);
  const found = offersAt(text, at, {});
  const offer = found?.offers.find((one) => one.label === label);
  if (!found || !offer) return undefined;
  const { from, to } = found.stretch;
  const cursor = from + offer.cursor;
  const after = text.slice(0, from) + offer.writes + text.slice(to);
  const line = `${after.slice(0, cursor)}|${after.slice(cursor)}`;
  return line.slice(line.lastIndexOf("\n", from) + 1, line.indexOf("\n", from)).trim();
}

test("where a queue is meant the queues of the routing are offered, and nothing else", () => {
  expect(offered('"queue": "sales"', '"queue": "|"')).toEqual(["sales", "support", "reception"]);
});

test("a name is offered while it is half typed, quoted or not", () => {
  expect(offered('"queue": "sales"', '"queue": "sa|"')).toContain("sales");
  expect(offered('"queue": "sales"', '"queue": sa|')).toContain("sales");
  expect(offered('"queue": "sales"', '"queue": |')).toContain("sales");
});

test("music and recordings are those that the server has", () => {
  expect(offered('"music": [', '"music": ["|", ', { tracks: ["harbour", "mill"] })).toEqual(["harbour", "mill"]);
});

test("where something may lead is offered before it has said where, and what it needs once it has", () => {
  expect(offered('"opensWith": {', '"opensWith": { |}, "was": {')).toEqual(["to"]);
  expect(offered('"opensWith": {', '"opensWith": { "to": "|" }, "was": {')).toEqual(
    expect.arrayContaining(["queue", "menu", "voicemail"]),
  );
  expect(offered('"opensWith": {', '"opensWith": { "to": "message", | }, "was": {')).toEqual(["prompt", "next"]);
});

test("a support queue is offered no announcements, a sales queue is", () => {
  expect(offered('"kind": "support",', '"kind": "support", |')).not.toContain("announcements");
  expect(offered('"kind": "sales",', '"kind": "sales", |,')).toContain("framed");
});

test("what an object has already is not offered again", () => {
  for (const typed of ["|", '"|"', "mi|"]) {
    const fields = offered('"business": {', `"business": { ${typed}`);
    expect(fields).toContain("missedRings");
    expect(fields).not.toContain("zone");
  }
});

test("few words, and what is usual of a number or a yes, are offered", () => {
  expect(offered('"ring": {', '"followUp": { "by": "|" }, "ring": {')).toEqual(["text", "call"]);
  expect(offered('"ring": {', '"ring": { "seconds": |,')).toEqual(["20"]);
  expect(offered('"kind": "sales"', '"kind": "sales", "framed": |')).toEqual(["true", "false"]);
});

test("a prompt may be named that Holdfast says itself, and languages are those of the business", () => {
  expect(offered('"prompts": {', '"prompts": { |,')).toEqual(["en", "es"]);
  expect(offered('"prompts": {', '"prompts": { "es": { | },')).toEqual(expect.arrayContaining(["closed", "main-menu"]));
});

test("nothing is offered in the words that callers hear, or after a value", () => {
  expect(offered('"name": "', '"name": "Ti|')).toEqual([]);
  expect(offered('"queue": "sales"', '"queue": "sales"|')).toEqual([]);
});

test("a field is written with what its value begins with, and a comma where another follows", () => {
  expect(taken('"kind": "sales",', '"kind": "sales",\n    |', "weight")).toBe('"weight": |,');
  expect(taken('"kind": "sales",', '"kind": "sales",\n    "fo|"', "followUp")).toBe('"followUp": { | },');
  expect(taken('"kind": "sales",', '"kind": "sales",\n    "we|": 2,', "weight")).toBe('"weight"|: 2,');
});

test("whatever is cut off anywhere, what could stand there is found without a fault", () => {
  const text = JSON.stringify(model(), undefined, 2);
  for (let at = 0; at < text.length; at += 97) {
    offersAt(text.slice(0, at), at, {});
    offersAt(text, at, {});
    offersAt(text.slice(0, at) + '"' + text.slice(at), at + 1, {});
  }
});
