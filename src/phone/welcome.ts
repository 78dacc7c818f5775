import { readable, type Book } from "./book.ts";
import type { Who } from "./who.ts";

const keys = `  d  dial        s  say something      0-9 * #  press a key
  a  answer      t  text the company   ?        help
  x  decline     h  hang up            q        quit`;

const words = `  dial · press 1 · say hello · answer · decline · hang up · text in · help · quit`;

/** The first screen: who this is, what to do first, and what to press; eight rows at most. */
export function welcome(who: Who, book: Book, by: "keys" | "words"): string {
  const { name, address, rep } = who;
  const own = `You are ${name}${rep ? `, a rep of ${book.business},` : ""} on the telephone ${readable(address)}.`;
  return `${own}\n${rep ? firstForRep(address, by) : firstForCaller(book, by)}\n\n${by === "keys" ? keys : words}\n\n`;
}

function firstForCaller(book: Book, by: "keys" | "words"): string {
  return by === "keys"
    ? `Press d to call ${book.business}, then listen, and press what you are asked to.`
    : `Say dial to call ${book.business}.`;
}

/** A client or a SIP telephone cannot text: such a rep signs in by a call. */
function firstForRep(address: string, by: "keys" | "words"): string {
  if (!address.startsWith("+"))
    return by === "keys" ? "To sign in, press d, and then what you are told." : "To sign in, say dial, and listen.";
  return by === "keys"
    ? "To sign in, press t, type in and press Enter. Then wait for a caller: this telephone rings."
    : "To sign in, say text in. Then wait for a caller: this telephone rings.";
}

/** The company's lines, numbered. */
export function lineList(book: Book): string {
  return book.lines.map(({ number, name }, place) => `  ${place + 1}  ${name}, ${readable(number)}\n`).join("");
}

/** What `?` shows. */
export function help(who: Who, book: Book, by: "keys" | "words"): string {
  const orders = who.rep
    ? "\nA rep texts in, break or out. In a talk * opens the rep's menu: hold, hand over, end the call."
    : "";
  return `${by === "keys" ? keys : words}\n\n${book.business}'s lines:\n${lineList(book)}${orders}\n`;
}

/** What `--help` shows. */
export const usage = `A telephone in the terminal, for Holdfast's demo mode. Run npm start first, in another terminal.

  npm run phone                     a caller's telephone
  npm run phone -- caller 2         another caller's
  npm run phone -- +15551234567     the telephone with that number
  npm run phone -- rep Ana          a rep's telephone

  --exchange URL   where the demo's exchange listens; EXCHANGE_URL, or one port above PORT, where it is not given

Where its input is not a terminal it reads a line a command, one after another:
  dial, dial 2, dial +15551234567, press 1, say hello, answer, decline, hang up, text in, help, quit,
  wait 5 (seconds), hear welcome (until these words are heard or read).
At the end of its input it stays until no call lasts.
`;
