import type { Command } from "./command.ts";

/** A key as `node:readline` gives it. */
export type Key = {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
};

/** What the keys mean now: one press one command, a line being written, or which of several lines to dial. */
export type Mode =
  | { readonly at: "keys" }
  | { readonly at: "writing"; readonly what: "say" | "text"; readonly typed: string }
  | { readonly at: "choosing" };
/** What a key leads to. */
export type Pressed = { readonly mode: Mode; readonly command?: Command };

export const atKeys: Mode = { at: "keys" };
const done = (command: Command): Pressed => ({ mode: atKeys, command });

const commands: Readonly<Record<string, Command>> = {
  a: { do: "answer" },
  x: { do: "decline" },
  h: { do: "hangup" },
  q: { do: "quit" },
  "?": { do: "help" },
};

/** What a key does; `lines` is how many lines the company has. */
export function pressed(mode: Mode, key: Key, lines: number): Pressed {
  if (key.ctrl && (key.name === "c" || key.name === "d")) return done({ do: "quit" });
  switch (mode.at) {
    case "keys":
      return atOnce(key.sequence ?? "", lines);
    case "choosing":
      return chosen(key.sequence ?? "", lines);
    case "writing":
      return written(mode, key);
    default:
      return mode satisfies never;
  }
}

function atOnce(sequence: string, lines: number): Pressed {
  const key = sequence.toLowerCase();
  if (/^[0-9*#]$/.test(key)) return done({ do: "press", keys: key });
  if (key === "d") return lines > 1 ? { mode: { at: "choosing" } } : done({ do: "dial", to: 1 });
  if (key === "s" || key === "t") return { mode: { at: "writing", what: key === "s" ? "say" : "text", typed: "" } };
  const command = commands[key];
  return command ? done(command) : { mode: atKeys };
}

/** Enter takes the first line; any key that is no line's takes the choice back. */
function chosen(key: string, lines: number): Pressed {
  const place = key === "\r" || key === "\n" ? 1 : Number(/^[1-9]$/.exec(key)?.[0] ?? 0);
  return place >= 1 && place <= lines ? done({ do: "dial", to: place }) : { mode: atKeys };
}

function written(mode: Mode & { at: "writing" }, { name, sequence = "", ctrl }: Key): Pressed {
  const { what, typed } = mode;
  if (name === "escape") return { mode: atKeys };
  if (name === "return" || name === "enter")
    return typed.trim() === "" ? { mode: atKeys } : done({ do: what, words: typed.trim() });
  if (name === "backspace") return { mode: { ...mode, typed: Array.from(typed).slice(0, -1).join("") } };
  if (ctrl) return { mode: name === "u" ? { ...mode, typed: "" } : mode };
  // Arrows and the like are sequences that begin with a control character.
  return { mode: /^\P{Cc}+$/u.test(sequence) ? { ...mode, typed: typed + sequence } : mode };
}

/** What stands on the last row while a line is written or chosen; its end, where it is longer than the row. */
export function promptOf(mode: Mode, columns: number): string {
  if (mode.at === "keys") return "";
  if (mode.at === "choosing") return "Which line? Press its number: ";
  const prompt = `${mode.what === "say" ? "Say" : "Text"}: `;
  return (
    prompt +
    Array.from(mode.typed)
      .slice(-Math.max(1, columns - prompt.length - 1))
      .join("")
  );
}
