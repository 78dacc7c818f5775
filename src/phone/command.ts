/** What the person at the telephone wants done. `dial` takes the place of a line, from 1, or a number. */
export type Command =
  | { readonly do: "dial"; readonly to: string | number }
  | { readonly do: "press"; readonly keys: string }
  | { readonly do: "say" | "text" | "hear"; readonly words: string }
  | { readonly do: "wait"; readonly seconds: number }
  | { readonly do: "answer" | "decline" | "hangup" }
  | { readonly do: "help" }
  | { readonly do: "quit" }
  | { readonly do: "nothing"; readonly because: string };

const short: Readonly<Record<string, string>> = {
  d: "dial",
  call: "dial",
  a: "answer",
  x: "decline",
  h: "hangup",
  hang: "hangup",
  s: "say",
  t: "text",
  "?": "help",
  q: "quit",
  exit: "quit",
};

/** Reads a line of words: `dial`, `dial 2`, `press 1`, `say hello`, `hang up`; `undefined`: it is empty. */
export function readCommand(line: string): Command | undefined {
  const [, word = "", rest = ""] = /^\s*(\S*)\s*(.*?)\s*$/.exec(line) ?? [];
  if (word === "") return undefined;
  if (/^[0-9*#]+$/.test(word) && rest === "") return { do: "press", keys: word };
  const verb = word.toLowerCase();
  const made = commandOf(short[verb] ?? verb, rest);
  return made ?? { do: "nothing", because: `"${line.trim()}" is nothing a telephone does. Say help.` };
}

function commandOf(verb: string, rest: string): Command | undefined {
  switch (verb) {
    case "dial":
      return dial(rest.replaceAll(/[ ().-]/g, ""));
    case "press": {
      const keys = rest.replaceAll(" ", "");
      return /^[0-9*#]+$/.test(keys) ? { do: verb, keys } : undefined;
    }
    case "say":
    case "text":
    case "hear":
      return rest === "" ? { do: "nothing", because: `Say what to ${verb}: ${verb} hello` } : { do: verb, words: rest };
    case "wait":
      return /^\d{1,4}(\.\d+)?$/.test(rest) ? { do: verb, seconds: Number(rest) } : undefined;
    case "answer":
    case "decline":
    case "hangup":
    case "help":
    case "quit":
      return { do: verb };
    default:
      return undefined;
  }
}

function dial(to: string): Command | undefined {
  if (to === "") return { do: "dial", to: 1 };
  if (/^[1-9]\d?$/.test(to)) return { do: "dial", to: Number(to) };
  return /^\+\d{3,15}$/.test(to) ? { do: "dial", to } : undefined;
}
