import { z } from "zod";
import { LanguageCode } from "../../routing/fields.ts";
import type { Routing } from "../../routing/routing.ts";
import type { Storm } from "../../work/storm.ts";
import { Problem } from "../problem.ts";
import { operation, type Operation } from "./operation.ts";
import { byOf } from "./routing-answers.ts";

type Options = {
  readonly storm: () => Storm;
  readonly routing: () => Routing;
};

/** Longer is no message but a wait: 300 characters are some twenty seconds. */
const Words = z.string().trim().min(1).max(300);
const Message = z.strictObject({
  words: z
    .record(LanguageCode, Words)
    .nullable()
    .meta({ description: "what is said first, by language; null: nothing" }),
});
const tag = "Routing";

/** The storm message over the API: one sentence that everybody who calls hears first, at once and until it is taken away. */
export function stormOperations({ storm, routing }: Options): readonly Operation[] {
  const shown = () => ({ body: { words: storm().words() ?? null } });
  return [
    operation({
      id: "readStormMessage",
      method: "get",
      path: "/api/routing/storm",
      tag,
      summary: "What everybody who calls is told first, while something is wrong.",
      needs: "viewer",
      endings: { 200: { says: "The message; null: there is none.", body: Message } },
      answer: shown,
    }),
    operation({
      id: "sayStormMessage",
      method: "put",
      path: "/api/routing/storm",
      tag,
      summary: "Tells everybody who calls from now on something first, or no more.",
      needs: "lead",
      body: Message,
      endings: { 200: { says: "From the next call on.", body: Message } },
      async answer({ body: { words }, who }) {
        const { languages, language } = routing().business;
        const errors = Object.keys(words ?? {})
          .filter((one) => !Object.hasOwn(languages, one))
          .map((one) => ({
            path: `words.${one}`,
            sentence: `The business speaks ${Object.keys(languages).join(", ")}.`,
          }));
        if (words && !Object.hasOwn(words, language))
          errors.push({
            path: `words.${language}`,
            sentence: "Whoever's language is missing hears this one: write it.",
          });
        if (errors.length > 0) throw new Problem(422, "Mend what is named in errors.", { errors });
        await storm().say(words ?? undefined, byOf(who));
        return { ...shown(), did: { words } };
      },
    }),
  ];
}
