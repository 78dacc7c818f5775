import { useQuery } from "@tanstack/react-query";
import { meQuery } from "../../me.ts";

/** Whether whoever looks may change the routing, and publish it. */
export function useMayEdit(): boolean {
  const { data: me } = useQuery(meQuery);
  return me?.may.includes("saveDraft") ?? false;
}
