import { expect, test } from "vitest";
import { readWords, type Asked } from "../../src/web/routing-file/words.ts";

test.each<[string, Asked]>([
  ["check", { what: "check" }],
  ["check a.json", { what: "check", file: "a.json" }],
  ["export", { what: "export", force: false }],
  ["export --force a.json", { what: "export", file: "a.json", force: true }],
  ["import a.json", { what: "import", file: "a.json", force: false }],
  ["import a.json --force", { what: "import", file: "a.json", force: true }],
  ["--help", { what: "help" }],
  ["import -h", { what: "help" }],
])("%s is understood", (words, asked) => {
  expect(readWords(words.split(" "))).toEqual(asked);
});

test.each<[string, RegExp]>([
  ["", /Say what to do/],
  ["publish", /no publish/],
  ["check a.json b.json", /b\.json is too much/],
  ["check --force", /nothing to force/],
  ["import", /which file/],
  ["import --force", /which file/],
  ["export --quiet", /no --quiet/],
  ["--force export", /no --force/],
])("“%s” is not", (words, why) => {
  expect(readWords(words.split(" ").filter(Boolean))).toEqual({ what: "unknown", why: expect.stringMatching(why) });
});
