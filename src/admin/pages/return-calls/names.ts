import { useQuery } from "@tanstack/react-query";
import { floorQuery } from "../../live.ts";
import type { Names } from "./words.ts";

/** The names of the reps of the routing in force, by their ids. */
export function useRepNames(): Names {
  const { data } = useQuery(floorQuery);
  return Object.fromEntries((data?.reps ?? []).map(({ id, name }) => [id, name]));
}
