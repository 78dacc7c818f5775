import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { EmergencyBody } from "../web/api/emergency.ts";
import { ask } from "./api.ts";

/** What is switched off or said to callers now, and how many people that concerns. */
export type Emergency = z.infer<typeof EmergencyBody>;

/** Asks how the emergency switches stand; every page shows it, so that it is asked again and again. */
export const emergencyQuery = queryOptions({
  queryKey: ["emergency"],
  queryFn: async () => (await ask("GET", "/api/emergency")) as Emergency,
  refetchInterval: 15_000,
  staleTime: 5_000,
});

/** What is not as ever, a few words each. */
export function whatIsOn({ storm, offers, calls }: Emergency): readonly string[] {
  return [
    ...(storm.words ? ["Callers hear a storm message first"] : []),
    ...(calls.off ? ["No return call is offered or placed"] : offers.off ? ["No return call is offered"] : []),
  ];
}
