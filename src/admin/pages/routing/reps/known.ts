import { isFields } from "../../../../routing/edits.ts";
import type { Draft } from "../draft.ts";
import { asText } from "../fields/field.ts";
import { textsOf } from "../fields/names-field.tsx";
import type { Known, ListedRep } from "./pasted.ts";

/** What a pasted list is read against: the reps of a draft, and what they may speak and go by. */
export function knownOf(draft: Draft): Known {
  return {
    reps: repsOf(draft),
    languages: draft.names(["business", "languages"]),
    hours: draft.names(["hours"]),
    language: asText(draft.value(["business", "language"])) || "en",
    ownNumber: asText(draft.value(["business", "callerId"])),
  };
}

/** The reps of a draft; what a list can change is of the kind that it should be, and all else is as it stands. */
export function repsOf(draft: Draft): Readonly<Record<string, ListedRep>> {
  const reps = draft.value(["reps"]);
  return Object.fromEntries(
    Object.entries(isFields(reps) ? reps : {}).map(([id, rep]) => {
      if (!isFields(rep)) return [id, {}];
      const { name, address, skills, languages } = rep;
      const read = {
        ...(typeof name === "string" ? { name } : {}),
        ...(typeof address === "string" ? { address } : {}),
        skills: textsOf(skills),
        languages: textsOf(languages),
      };
      return [id, { ...rep, ...read }];
    }),
  );
}
