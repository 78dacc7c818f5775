import { expect, test } from "vitest";
import { isInTheWay } from "../../src/web/routing-file/import.ts";
import { doorIn } from "../../src/web/routing-file/over-api.ts";
import type { Found } from "../../src/web/routing-file/place.ts";

const draftBy = (id: string, source: unknown): Found => ({ by: { id, name: "Ida" }, at: 0, tag: `"1-0"`, source });

test.each<[string, Found | undefined, boolean]>([
  ["no draft", undefined, false],
  ["one's own draft", draftBy("me", { lines: [] }), false],
  ["somebody else's draft that says the same", draftBy("ida", { lines: [1], menus: {} }), false],
  ["somebody else's draft that says something else", draftBy("ida", { lines: [] }), true],
])("%s is in the way of an import: %#", (_, draft, expected) => {
  expect(isInTheWay(draft, { menus: {}, lines: [1] }, "me")).toBe(expected);
});

test("a server is named by its address and a token, or not at all", () => {
  const token = { HOLDFAST_TOKEN: " hf_a " };
  expect(doorIn({ HOLDFAST_URL: "", HOLDFAST_TOKEN: " " })).toBeUndefined();
  expect(doorIn({ ...token, HOLDFAST_URL: "https://phone.example.com/a/" })).toEqual({
    url: "https://phone.example.com/a",
    token: "hf_a",
  });
  expect(() => doorIn(token)).toThrow(/without HOLDFAST_URL/);
  expect(() => doorIn({ HOLDFAST_URL: "http://localhost:3000" })).toThrow(/without HOLDFAST_TOKEN/);
  expect(() => doorIn({ ...token, HOLDFAST_URL: "localhost:3000" })).toThrow(/such as https:/);
});
