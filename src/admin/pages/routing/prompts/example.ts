import { compile, type Need } from "../../../../routing/prompts/message.ts";
import { sampleArgs } from "../../../../routing/prompts/sample.ts";
import { spokenSeconds } from "../../../../routing/prompts/spoken.ts";

/** What a message says with sample arguments, and about how many seconds that takes; undefined while it does not parse. */
export type Example = { readonly text: string; readonly seconds: number };
/** Arguments that were chosen for the examples, by their names. */
export type Chosen = Readonly<Record<string, string>>;

/** The arguments that messages need, each once, with all that a select of any of them tells apart. */
export function variablesOf(messages: readonly (string | undefined)[]): readonly Need[] {
  const all = new Map<string, Need>();
  for (const need of messages.flatMap(needsOf)) {
    const known = all.get(need.name);
    const options = [...new Set([...(known?.options ?? []), ...(need.options ?? [])])];
    all.set(need.name, { ...(known?.as === "select" ? known : need), ...(options.length > 0 ? { options } : {}) });
  }
  return [...all.values()];
}

/** An example of a message, with what was chosen in place of the samples. */
export function exampleOf(
  message: string,
  { locale, business, chosen }: { readonly locale: string; readonly business: string; readonly chosen: Chosen },
): Example | undefined {
  try {
    const ready = compile(message, locale);
    const samples = sampleArgs(ready.needs, locale.split("-")[0] ?? "en", business);
    const given = ready.needs.map(({ name, as }) => {
      const own = Object.hasOwn(chosen, name) && chosen[name] !== "" ? chosen[name] : undefined;
      const number = Number(own);
      return [
        name,
        as === "plural" && own !== undefined && Number.isFinite(number) ? number : (own ?? samples[name] ?? ""),
      ];
    });
    const text = ready.format(Object.fromEntries(given) as Record<string, string | number>);
    return { text, seconds: spokenSeconds({ text }) };
  } catch {
    // What is half typed has no example yet; the check tells what is wrong with it.
    return undefined;
  }
}

function needsOf(message: string | undefined): readonly Need[] {
  try {
    return message === undefined ? [] : compile(message, "en").needs;
  } catch {
    // The same: the check tells of it.
    return [];
  }
}
