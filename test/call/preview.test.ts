import { expect, test } from "vitest";
import type { Passage } from "../../src/call/passage.ts";
import { preview } from "../../src/call/preview.ts";
import { modelRouting } from "../routing/model.ts";
import { routing } from "./calls.ts";
import { imagined } from "./imagining.ts";

const said = (passages: readonly Passage[]) => passages.flatMap((one) => ("text" in one ? [one.text] : []));
const seconds = (passages: readonly Passage[], kind: Passage["kind"]) =>
  passages.reduce((sum, one) => sum + (one.kind === kind ? one.seconds : 0), 0);

test("twenty minutes of waiting are heard without a gap that is not silence, and hardly any of it is talk", () => {
  const { passages, left } = preview(imagined(), routing);
  expect(left).toBeUndefined();
  for (const [index, one] of passages.slice(1).entries()) {
    const before = passages[index];
    const gap = one.at - (before ? before.at + before.seconds : 0);
    expect(gap).toBeGreaterThanOrEqual(-0.001);
    expect(gap).toBeLessThanOrEqual(1.001);
  }
  expect(seconds(passages, "speech")).toBeLessThan(0.15 * 20 * 60);
  expect(seconds(passages, "music")).toBeGreaterThan(0.8 * 20 * 60);
});

test("the place falls as callers ahead are served, and is told as news", () => {
  const told = said(preview(imagined(), routing).passages).flatMap(
    (text) => /number \d+ in line|next in line/.exec(text) ?? [],
  );
  expect(told[0]).toBe("number 7 in line");
  expect(told.at(-1)).toBe("next in line");
});

test("support hears no announcement, and sales hears each once", () => {
  expect(seconds(preview(imagined(), routing).passages, "announcement")).toBe(0);
  const { passages } = preview(imagined({ queue: "sales" }), routing);
  const announced = passages.flatMap((one) => (one.kind === "announcement" ? [one.what] : []));
  expect(announced.length).toBeGreaterThan(0);
  expect(new Set(announced).size).toBe(announced.length);
});

test("a key cuts what is played, and is answered: 2 brings quiet", () => {
  const { passages } = preview(imagined({ keys: [{ at: 40, key: "2" }] }), routing);
  const key = passages.findIndex(({ kind }) => kind === "key");
  const before = passages[key - 1];
  expect((before?.at ?? 0) + (before?.seconds ?? 0)).toBeLessThanOrEqual(40);
  expect(said(passages.slice(key + 2))).toEqual([]);
});

test("whoever leaves the line is not imagined further", () => {
  const { left } = preview(imagined({ keys: [{ at: 30, key: "0" }] }), routing);
  expect(left?.at).toBe(30);
});

test("another language is spoken as callers in it hear it", () => {
  expect(said(preview(imagined({ language: "es" }), routing).passages)[0]).toMatch(/fila/);
});

test("nobody signed in is said at once where the queue takes nobody in then", () => {
  const { left } = preview(imagined({ load: { ahead: 0, reps: 0, handleSeconds: 60 } }), routing);
  expect(left?.at).toBe(0);
});

test("where a rep would answer is known, and nowhere within a wait that is too short for it", () => {
  expect(preview(imagined(), routing).answered).toBe((7 * 240) / 2);
  expect(preview(imagined({ load: { ahead: 6, reps: 0, handleSeconds: 240 } }), routing).answered).toBeUndefined();
  expect(preview(imagined({ seconds: 60 }), routing).answered).toBeUndefined();
});

test("a wait opens with where one is, place and wait, what can be had instead, and the keys", () => {
  const { passages } = preview(imagined(), routing);
  const opening = passages.slice(0, 5).map((one) => [one.what, "keys" in one ? one.keys : undefined]);
  expect(opening).toEqual([
    ["opening", undefined],
    ["place", undefined],
    ["place", undefined],
    ["offer", ["1"]],
    ["keys", ["2", "3", "0"]],
  ]);
});

test("a key that the business's own words leave out is not named", () => {
  const own = modelRouting({ "prompts.en.wait-keys": "For a quiet wait, press 2. We are at number 30 of the street." });
  const keys = preview(imagined({ queue: "reception" }), own).passages.find(({ what }) => what === "keys");
  expect(keys).toMatchObject({ keys: ["2"] });
});

test("what is said where the line cannot be joined, or is left, is heard too", () => {
  const closed = preview(imagined({ at: Date.UTC(2026, 10, 26, 15) }), routing);
  expect(closed.left).toMatchObject({ at: 0, to: "notice" });
  expect(said(closed.passages)[0]).toMatch(/We are closed right now/);
  const moved = preview(imagined({ queue: "sales" }), routing);
  expect(moved.left).toMatchObject({ to: "queue", queue: "reception" });
  expect(said(moved.passages).at(-1)).toMatch(/moving you to the line for reception/);
});

test("the way through the menus decides what is announced, and in which language", () => {
  const line = "+12125550100";
  const announced = (keys: readonly string[]) =>
    preview(
      imagined({ queue: "sales", way: { line, keys }, load: { ahead: 29, reps: 1, handleSeconds: 900 } }),
      routing,
    ).passages.flatMap((one) => (one.kind === "announcement" ? [one] : []));
  expect(announced(["1"])[0]).toMatchObject({ what: "quiet-kettle", text: /Hush kettle/ });
  expect(announced(["9", "1"])[0]).toMatchObject({ text: /hervidor/ });
});
