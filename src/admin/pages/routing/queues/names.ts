import { useQuery } from "@tanstack/react-query";
import { isFields, valueAt } from "../../../../routing/edits.ts";
import { ask } from "../../../api.ts";
import { textsOf } from "../fields/names-field.tsx";
import type { Name } from "../fields/name-field.tsx";

/** Every skill that a rep of a source has. */
export function skillsIn(source: unknown): readonly string[] {
  const reps = valueAt(source, ["reps"]);
  const skills = isFields(reps) ? Object.values(reps).flatMap((rep) => textsOf(valueAt(rep, ["skills"]))) : [];
  return [...new Set(skills)].toSorted();
}

/** The music that queues can play, by titles; none where it cannot be read, or not yet. */
export function useTracks(): readonly Name[] {
  const { data } = useQuery({
    queryKey: ["audio", "tracks"],
    queryFn: async () =>
      (await ask("GET", "/api/audio/tracks")) as { readonly tracks: readonly { id: string; title?: string }[] },
    staleTime: 60_000,
  });
  return (data?.tracks ?? []).map(({ id, title }) => ({ value: id, label: title ?? id }));
}
