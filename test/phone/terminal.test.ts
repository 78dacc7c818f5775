import { PassThrough } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import type { Command } from "../../src/phone/command.ts";
import { openTerminal, readKeys } from "../../src/phone/terminal.ts";

/** A terminal of that many columns, and the keys of one. */
function tty(columns = 60) {
  let written = "";
  const output = { isTTY: true, columns, write: (text: string) => (written += text) };
  const raw: boolean[] = [];
  const input = Object.assign(new PassThrough(), { setRawMode: (on: boolean) => raw.push(on) });
  const commands: Command[] = [];
  const terminal = openTerminal({ output, colour: false });
  const giveBack = readKeys(input, {
    lines: 2,
    listed: () => terminal.print("  1  one\n  2  two\n"),
    prompt: terminal.prompt,
    command: (command) => commands.push(command),
  });
  onTestFinished(() => void input.destroy());
  const type = (text: string) => input.emit("data", Buffer.from(text));
  return { terminal, type, commands, raw, giveBack, written: () => written };
}
const erased = "\r\u001B[2K";

test("what comes in while a line is written stands above it, and the line goes on below", () => {
  const { terminal, type, commands, written } = tty();
  type("shel");
  terminal.write([{ words: "· beep", tone: "quiet", at: 1 }]);
  expect(written().endsWith(`${erased} 0:01  · beep\nSay: hel`)).toBe(true);
  type("lo\r");
  expect(commands).toEqual([{ do: "say", words: "hello" }]);
  expect(written().endsWith(`Say: hello${erased}`)).toBe(true);
});

test("d lists the lines of a company that has several, and a digit dials", () => {
  const { type, commands, written } = tty();
  type("d");
  expect(written()).toBe(`  1  one\n  2  two\n${erased}Which line? Press its number: `);
  type("2");
  expect(commands).toEqual([{ do: "dial", to: 2 }]);
});

test("a telephone that rings rings the terminal's bell, and nothing else does", () => {
  const { terminal, written } = tty();
  terminal.write([{ words: "☎ answered", tone: "plain" }]);
  terminal.write([{ words: "☎ Ring ring", tone: "ring" }]);
  expect(written()).toBe("       ☎ answered\n\u0007       ☎ Ring ring\n");
});

test("keys come one by one, and the terminal is given back as it was", () => {
  const { type, commands, raw, giveBack } = tty();
  type("12#h");
  giveBack();
  expect(commands.map((command) => ("keys" in command ? command.keys : command.do))).toEqual(["1", "2", "#", "hangup"]);
  expect(raw).toEqual([true, false]);
});
