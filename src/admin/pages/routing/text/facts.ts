import { useQuery } from "@tanstack/react-query";
import type { Facts } from "../../../../routing/uses.ts";
import { recordingsQuery } from "../../sound/wire.ts";
import { useTracks } from "../queues/names.ts";

/** The music and the recorded prompts that a routing can name; none of those that cannot be read, or not yet. */
export function useFacts(): Facts {
  const tracks = useTracks().map(({ value }) => value);
  const { data } = useQuery(recordingsQuery);
  return { tracks, recordings: (data ?? []).map(({ file }) => file) };
}
