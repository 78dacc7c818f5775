/** What is asked of the command line, by its words. */
export type Asked =
  | { readonly what: "help" }
  | { readonly what: "check"; readonly file?: string }
  | { readonly what: "export"; readonly file?: string; readonly force: boolean }
  | { readonly what: "import"; readonly file: string; readonly force: boolean }
  /** Nothing of ours: `why` is a sentence. */
  | { readonly what: "unknown"; readonly why: string };

/** What the command line can do, as it says itself. */
export const usage = `The routing as a file:

  npm run routing -- check [FILE]             says whether it holds, by the same rules as a start; ROUTING_FILE unless given
  npm run routing -- export [FILE] [--force]  the routing in force, to FILE or to the screen; --force writes over a file that differs
  npm run routing -- import FILE [--force]    makes it the draft, never at once in force; --force takes the place of
                                              a draft that somebody else has typed

It works on the data in DATA_DIR while Holdfast is stopped. While it runs, here or elsewhere, set HOLDFAST_URL to its address and
HOLDFAST_TOKEN to a token with the scope routing: then it is asked over the API.

npm writes two lines of its own before all: where the screen is sent to a file, run \`npm run --silent routing -- export\`.

It ends with 0 when all is well, 1 when a routing does not hold or nothing was done, 2 when a file or a word cannot be read.
`;

/** Reads the words behind `npm run routing --`. */
export function readWords(words: readonly string[]): Asked {
  const [what = "", ...rest] = words;
  if (words.some((word) => ["help", "--help", "-h"].includes(word))) return { what: "help" };
  if (what !== "check" && what !== "export" && what !== "import")
    return unknown(what === "" ? "Say what to do." : `There is no ${what} here.`);
  const force = rest.includes("--force");
  const [file, ...more] = rest.filter((word) => word !== "--force");
  const odd = [file, ...more].find((word) => word?.startsWith("-"));
  if (odd !== undefined) return unknown(`There is no ${odd} here.`);
  if (more.length > 0) return unknown(`One file at a time: ${more.join(" ")} is too much.`);
  if (what === "check")
    return force ? unknown("A check changes nothing, so there is nothing to force.") : { what, ...named(file) };
  if (what === "export") return { what, force, ...named(file) };
  return file === undefined ? unknown("Say which file is to be the draft.") : { what, file, force };
}

function unknown(why: string): Asked {
  return { what: "unknown", why };
}

function named(file: string | undefined): { readonly file?: string } {
  return file === undefined ? {} : { file };
}
