import * as fc from "fast-check";
import { expect, test } from "vitest";
import { atKeys, pressed, promptOf, type Key, type Mode } from "../../src/phone/keys.ts";

const key = (sequence: string, name: string = sequence): Key => ({ sequence, name });
const enter = key("\r", "return");
const ctrl = (name: string): Key => ({ sequence: String.fromCharCode(name.charCodeAt(0) - 96), name, ctrl: true });

/** What keys one after another lead to: the mode at the end, and every command on the way. */
function type(keys: readonly Key[], lines = 2) {
  let mode: Mode = atKeys;
  const commands = keys.flatMap((one) => {
    const next = pressed(mode, one, lines);
    mode = next.mode;
    return next.command ? [next.command] : [];
  });
  return { mode, commands };
}
const letters = (words: string) => Array.from(words, (letter) => key(letter));

test.each([
  ["1", { do: "press", keys: "1" }],
  ["*", { do: "press", keys: "*" }],
  ["#", { do: "press", keys: "#" }],
  ["a", { do: "answer" }],
  ["x", { do: "decline" }],
  ["h", { do: "hangup" }],
  ["H", { do: "hangup" }],
  ["?", { do: "help" }],
  ["q", { do: "quit" }],
])("%s is a command at once", (letter, command) => {
  expect(type([key(letter)])).toEqual({ mode: atKeys, commands: [command] });
});

test("d dials the only line at once, and asks which where there are several", () => {
  expect(type([key("d")], 1).commands).toEqual([{ do: "dial", to: 1 }]);
  expect(type([key("d")], 2)).toEqual({ mode: { at: "choosing" }, commands: [] });
  expect(type([key("d"), key("2")], 2)).toEqual({ mode: atKeys, commands: [{ do: "dial", to: 2 }] });
  expect(type([key("d"), enter], 2).commands).toEqual([{ do: "dial", to: 1 }]);
});

test.each(["3", "0", "x", "\u001B"])(
  "with two lines to choose from, %j takes the choice back and does nothing",
  (one) => {
    expect(type([key("d"), key(one)], 2)).toEqual({ mode: atKeys, commands: [] });
  },
);

test("s and a line of words and Enter says them: letters are no commands meanwhile", () => {
  expect(type([...letters("shang up, please"), enter]).commands).toEqual([{ do: "say", words: "hang up, please" }]);
  expect(type([...letters("tin"), enter])).toEqual({ mode: atKeys, commands: [{ do: "text", words: "in" }] });
});

test("what is written is mended with backspace, begun anew with Ctrl-U, and dropped with Escape or when empty", () => {
  const backspace = key("\u007F", "backspace");
  expect(type([...letters("tins🫖"), backspace, backspace, enter]).commands).toEqual([{ do: "text", words: "in" }]);
  expect(type([...letters("tinn"), ctrl("u"), ...letters("out"), enter]).commands).toEqual([
    { do: "text", words: "out" },
  ]);
  expect(type([...letters("sno"), key("\u001B", "escape")])).toEqual({ mode: atKeys, commands: [] });
  expect(type([...letters("s  "), enter])).toEqual({ mode: atKeys, commands: [] });
  expect(type([key("s"), backspace, key("\u001B[D", "left"), key("é"), enter]).commands).toEqual([
    { do: "say", words: "é" },
  ]);
});

test("whatever was begun, Ctrl-C quits, and after Escape h hangs up", () => {
  const any = fc.constantFrom(
    ...letters("dst12xaé "),
    enter,
    ctrl("u"),
    key("\u001B", "escape"),
    key("\u001B[A", "up"),
  );
  fc.assert(
    fc.property(fc.array(any), fc.integer({ min: 1, max: 3 }), (keys, lines) => {
      expect(type([...keys, ctrl("c")], lines)).toMatchObject({ mode: atKeys });
      expect(type([...keys, ctrl("c")], lines).commands.at(-1)).toEqual({ do: "quit" });
      expect(type([...keys, key("\u001B", "escape"), key("h")], lines).commands.at(-1)).toEqual({ do: "hangup" });
    }),
    { seed: 20_261_122, numRuns: 300 },
  );
});

test("the row on which words are written shows their end where they are longer than the row", () => {
  expect(promptOf(atKeys, 80)).toBe("");
  expect(promptOf({ at: "choosing" }, 80)).toMatch(/Which line/);
  expect(promptOf({ at: "writing", what: "say", typed: "hello" }, 80)).toBe("Say: hello");
  expect(promptOf({ at: "writing", what: "text", typed: "0123456789" }, 12)).toBe("Text: 56789");
});
