import { houseMessage } from "../prompts/house.ts";
import { compile, type Need } from "../prompts/message.ts";
import { fault, nearest, type Path, type RoutingFault } from "./fault.ts";
import type { LooseRouting } from "./loose.ts";

/** Messages that do not parse, or that need an argument nobody gives. */
export function messageFaults({ prompts }: LooseRouting): readonly RoutingFault[] {
  return Object.entries(prompts).flatMap(([language, all]) =>
    Object.entries(all).flatMap(([id, prompt]) => {
      if (prompt === undefined) return [];
      const path = ["prompts", language, id];
      if (typeof prompt === "string") return faultsOf(path, prompt, givenTo(id));
      return faultsOf([...path, "words"], prompt.words, business);
    }),
  );
}

const business: readonly Need[] = [{ name: "business", as: "text" }];

/** The arguments a prompt is given: the business's name, and for one of Holdfast's own what Holdfast's words use. */
function givenTo(id: string): readonly Need[] {
  const house = houseMessage("en", id);
  return house === undefined ? business : [...compile(house, "en").needs, ...business];
}

function faultsOf(path: Path, source: string, given: readonly Need[]): readonly RoutingFault[] {
  if (source.trim() === "") return [fault(path, "this says nothing: write a sentence")];
  const names = [...new Set(given.map(({ name }) => name))];
  try {
    const message = compile(source, "en");
    const needed = [...new Set(message.needs.map(({ name }) => name))];
    // A message can parse and still not be sayable, such as one with an unknown currency: it is tried here, once.
    message.format(Object.fromEntries(needed.map((name) => [name, "1"])));
    const timed = new Set(message.needs.filter(({ as }) => as === "other").map(({ name }) => name));
    return needed.flatMap((name) => {
      if (!names.includes(name)) return [fault(path, notGiven(name, names))];
      return timed.has(name)
        ? [fault(path, `write {${name}} alone: it is given as it is said, not as a date or a time`)]
        : [];
    });
  } catch (cause) {
    return [fault(path, notParsed(cause instanceof Error ? cause.message : String(cause)))];
  }
}

function notGiven(name: string, names: readonly string[]): string {
  const likely = nearest(name, names);
  return likely === undefined
    ? `nobody gives {${name}} to this prompt; what it can say is ${names.map((known) => `{${known}}`).join(", ")}`
    : `nobody gives {${name}} to this prompt; did you mean {${likely}}?`;
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/EMPTY_ARGUMENT/, "the braces {} are empty: name what goes there, such as {business}"],
  [/MISSING_OTHER_CLAUSE/, "a plural or select ends with other {…}, for everything else: add it"],
  [/INVALID_ARGUMENT_TYPE/, "after a comma stands plural, select or selectordinal: correct the word"],
  [/MALFORMED_ARGUMENT/, "what stands in braces is one name, letters and digits only, such as {business}"],
  [/BRACE|UNMATCHED/, "a { has no }: close it; to say a brace itself write '{'"],
];

function notParsed(code: string): string {
  const reason = reasons.find(([pattern]) => pattern.test(code))?.[1];
  return reason ?? `this is not a message that can be said (${code.toLowerCase().replaceAll("_", " ")}): correct it`;
}
