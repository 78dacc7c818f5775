import * as fc from "fast-check";
import { expect, test } from "vitest";
import { format } from "../../src/phone/format.ts";
import type { Line } from "../../src/phone/screen.ts";

const said = (words: string, at?: number): Line => ({ words, tone: "said", ...(at === undefined ? {} : { at }) });
const plain = (line: Line, columns?: number) => format(line, { columns, colour: false });

test("a line has the time since its call began before it, or room for it", () => {
  expect(plain(said("“Welcome”", 12.9))).toBe(" 0:12  “Welcome”");
  expect(plain(said("“Welcome”", 754))).toBe("12:34  “Welcome”");
  expect(plain(said("✉ Bright Kettle: in"))).toBe("       ✉ Bright Kettle: in");
});

test("a sentence that is longer than the row goes on below, under its words; to a pipe it goes whole", () => {
  const sentence = "one two three four five six seven";
  expect(plain(said(sentence, 0), 28)).toBe(" 0:00  one two three four\n       five six seven");
  expect(plain(said(sentence, 0))).toBe(` 0:00  ${sentence}`);
});

/** Words and spaces, letters of more than one code unit, and what terminals take as commands. */
const anything = fc.string({ unit: fc.constantFrom("a", "b", " ", "é", "🫖", "\u001B", "\n"), maxLength: 300 });

test("no row is wider than the terminal, and no letter is lost, whatever is said", () => {
  fc.assert(
    fc.property(anything, fc.integer({ min: 28, max: 120 }), (words, columns) => {
      const rows = plain(said(words, 0), columns).split("\n");
      expect(Math.max(...rows.map((row) => Array.from(row).length))).toBeLessThan(columns);
      const letters = (text: string) => text.replaceAll(/[\p{Cc}\s]/gu, "");
      expect(letters(rows.join("").slice(7))).toBe(letters(words));
    }),
    { seed: 20_261_122, numRuns: 100 },
  );
});

test("what others say cannot paint or move the terminal", () => {
  expect(plain(said("a\u001B[2Jb\r\nc\u009Bd", 0))).toBe(" 0:00  a [2Jb c d");
});

test("colours come only where they are asked for", () => {
  expect(format(said("hello", 1), { colour: true })).toBe("\u001B[2m 0:01\u001B[22m  \u001B[1mhello\u001B[22m");
  expect(format({ words: "☎ answered", tone: "plain" }, { colour: true })).toBe("       ☎ answered");
});
