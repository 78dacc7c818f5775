import { expect, test } from "vitest";
import { deskOn } from "./routing-page.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

test("whoever writes the routing as text chooses fields, words and names by keyboard, and is told what they mean", async () => {
  const house = await openHouse();
  const ana = deskOn(await house.open("/routing/text"));
  const { keyboard } = ana.page;
  const offer = (name: string | RegExp) => ana.page.getByRole("option", { name });
  // A field, its words, and the comma before what follows.
  await ana.rewrites('"kind": "sales",', '"kind": "sales",\n"followUp": { }');
  await keyboard.press("ArrowLeft");
  await keyboard.press("ArrowLeft");
  await keyboard.type('"');
  await offer(/^after/).waitFor();
  await keyboard.type("b");
  await offer(/^by/).waitFor();
  await expect.poll(() => offer(/./).count()).toBe(1);
  await keyboard.press("Enter");
  await offer("call").waitFor();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await keyboard.press("End");
  await keyboard.type(",");
  await ana.shows(/^Saved\. Draft by/);
  expect(await ana.reads()).toMatch(/"followUp": \{\s*"by": "call"\s*\},/);
  // A name that the draft itself has.
  await ana.rewrites('"queue": "sales"', '"queue": ""');
  await keyboard.press("ArrowLeft");
  await keyboard.press("Control+Space");
  await offer("support").waitFor();
  await keyboard.type("rec");
  await expect.poll(() => offer(/./).allTextContents()).toEqual(["reception"]);
  await keyboard.press("Enter");
  await ana.shows(/^Saved\. Draft by/);
  expect(await ana.reads()).toContain('"queue": "reception"');
  expect(house.complaints).toEqual([]);
}, 120_000);

test("what stands where is told below the text, where the pointer is, and what is amiss there beside it", async () => {
  const house = await openHouse();
  const ana = deskOn(await house.open("/routing/text"));
  await ana.rewrites('"callerId"', '"callerId"');
  await ana.shows(/business\.callerId The number reps are rung from/);
  await ana.rewrites('"menu": "support"', '"menu": "suport"');
  const marked = ana.page.locator(".cm-lintRange-error").first();
  await marked.waitFor();
  expect(await marked.textContent()).toBe('"menu"');
  await marked.hover();
  await ana.page
    .getByRole("tooltip")
    .or(ana.page.locator(".cm-tooltip-hover"))
    .getByText(/did you mean "support"/)
    .waitFor();
  expect(house.complaints).toEqual([]);
}, 120_000);
