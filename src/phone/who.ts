import type { Routing } from "../routing/routing.ts";
import { callerNumber, mostCallers } from "./book.ts";

/** Whose telephone this is. */
export type Who = { readonly address: string; readonly name: string; readonly rep: boolean };
type Reps = Routing["reps"];

const ways = "Say caller, caller 2, a number such as +15551234567, or rep and a name.";

/** Finds whose telephone was asked for: `caller 2`, `rep Ana`, `+15551234567`; nothing is the first caller's. */
export function whoIs(asked: readonly string[], reps: Reps): Who | { readonly refusal: string } {
  const [first = "caller", ...rest] = asked;
  if (/^caller$/i.test(first) && rest.length < 2) return caller(rest[0] ?? "1");
  if (/^rep$/i.test(first)) return repNamed(rest.join(" "), reps);
  if (asked.length === 1 && isAddress(first)) return atAddress(first, reps);
  const rep = repNamed(asked.join(" "), reps);
  return "refusal" in rep ? { refusal: `There is no telephone "${asked.join(" ")}". ${ways}` } : rep;
}

const isAddress = (word: string) => /^(\+[1-9]\d{6,14}|sips?:[^\s@]+@[^\s@]+|client:[\w.-]+)$/.test(word);

function caller(place: string): Who | { readonly refusal: string } {
  const which = /^\d{1,2}$/.test(place) ? Number(place) : 0;
  if (which < 1) return { refusal: `There is no caller ${place}: there are callers 1 to ${mostCallers}. ${ways}` };
  return { address: callerNumber(which), name: `caller ${which}`, rep: false };
}

function atAddress(address: string, reps: Reps): Who {
  const rep = Object.values(reps).find((one) => one.address === address);
  return { address, name: rep?.name ?? "a caller", rep: rep !== undefined };
}

/** Without accents and capitals, so that `chloe` is Chloé. */
const plain = (name: string) => name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

function repNamed(name: string, reps: Reps): Who | { readonly refusal: string } {
  const wanted = plain(name);
  const found = Object.entries(reps).filter(([id, rep]) => id === wanted || plain(rep.name) === wanted);
  const [, rep] = found.find(([id]) => id === wanted) ?? found[0] ?? [];
  if (rep) return { address: rep.address, name: rep.name, rep: true };
  const names = Object.values(reps).map((one) => one.name);
  const known = names.length === 0 ? "The routing has none." : `The reps are ${names.join(", ")}.`;
  return { refusal: name === "" ? `Which rep? ${known}` : `There is no rep ${name}. ${known}` };
}
