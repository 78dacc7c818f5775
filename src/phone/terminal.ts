import { createInterface, emitKeypressEvents } from "node:readline";
import { readCommand, type Command } from "./command.ts";
import { format } from "./format.ts";
import { atKeys, pressed, promptOf, type Key, type Mode } from "./keys.ts";
import type { Line } from "./screen.ts";

/** Where a telephone is shown and worked. */
export type Terminal = {
  readonly write: (lines: readonly Line[]) => void;
  /** Writes text as it is. */
  readonly print: (text: string) => void;
};
type Output = { readonly isTTY?: boolean; readonly columns?: number; readonly write: (text: string) => unknown };
type Input = NodeJS.ReadableStream & { readonly setRawMode: (raw: boolean) => unknown };

/** Opens a terminal, or whatever the output is: to a pipe the lines go whole and without colour. */
export function openTerminal({
  output,
  colour,
}: {
  readonly output: Output;
  readonly colour: boolean;
}): Terminal & { readonly prompt: (mode: Mode) => void } {
  let mode = atKeys;
  const columns = () => (output.isTTY ? output.columns : undefined);
  /** What is being written stays on the last row, below what comes in meanwhile. */
  const above = (text: string) => {
    const prompt = output.isTTY ? promptOf(mode, columns() ?? 80) : "";
    output.write(prompt === "" ? text : `${eraseRow}${text}${prompt}`);
  };
  return {
    print: above,
    write(lines) {
      if (lines.length === 0) return;
      const bell = output.isTTY && lines.some(({ tone }) => tone === "ring") ? "\u0007" : "";
      above(`${bell}${lines.map((line) => `${format(line, { columns: columns(), colour })}\n`).join("")}`);
    },
    prompt(next) {
      const before = mode;
      mode = next;
      if (output.isTTY && (before.at !== "keys" || next.at !== "keys"))
        output.write(`${eraseRow}${promptOf(next, columns() ?? 80)}`);
    },
  };
}

const eraseRow = "\r\u001B[2K";

/** Reads single keys; `listed` is called when a line has to be chosen. Returns what gives the keys back. */
export function readKeys(input: Input, { lines, listed, prompt, command }: KeyReader): () => void {
  let mode = atKeys;
  emitKeypressEvents(input);
  input.setRawMode(true);
  input.on("keypress", (_text: unknown, key: Key) => {
    const next = pressed(mode, key, lines);
    if (next.mode.at === "choosing" && mode.at !== "choosing") listed();
    mode = next.mode;
    prompt(mode);
    if (next.command) command(next.command);
  });
  return () => {
    input.setRawMode(false);
    input.pause();
  };
}
type KeyReader = {
  readonly lines: number;
  readonly listed: () => void;
  readonly prompt: (mode: Mode) => void;
  readonly command: (command: Command) => void;
};

/** Reads a line a command, the next when the one before is done; ends with the input. */
export async function readLines(input: NodeJS.ReadableStream, run: (command: Command) => Promise<void>): Promise<void> {
  for await (const line of createInterface({ input })) {
    const command = readCommand(line);
    if (command) await run(command);
  }
}
