import { queryOptions } from "@tanstack/react-query";
import { ask } from "./api.ts";

/** Who looks at the pages. */
export type Me = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  /** The rep that a person is. */
  readonly rep?: string;
  /** The operations of the API that the role may, by their ids. */
  readonly may: readonly string[];
  /** Whoever sits at the machine that demo mode runs on. */
  readonly demo: boolean;
};

/** Asks who is signed in. Refused with 401 where nobody is. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async () => (await ask("GET", "/api/me")) as Me,
  staleTime: 60_000,
});
