import { expect, test } from "vitest";
import { preview, type Imagined, type Passage } from "../../src/call/preview.ts";
import { interludes, tracks } from "../hold/tracks.ts";
import { arrived, routing } from "./calls.ts";

const imagined = (differs: Partial<Imagined> = {}): Imagined => ({
  queue: "support",
  language: "en",
  at: arrived,
  seconds: 20 * 60,
  load: { ahead: 6, reps: 2, handleSeconds: 240 },
  keys: [],
  tracks,
  interludes,
  ...differs,
});
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
