import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type * as schemas from "../../../web/api/twilio.ts";
import { ask } from "../../api.ts";

/** How Holdfast is connected; never with the token. */
export type Connected = z.infer<typeof schemas.TwilioBody>;
export type Finding = z.infer<typeof schemas.FindingsBody>["findings"][number];
export type AccountNumber = z.infer<typeof schemas.NumbersBody>["numbers"][number];

const root = "/api/twilio";

export const connectedQuery = queryOptions({
  queryKey: ["twilio", "account"],
  queryFn: async () => (await ask("GET", root)) as Connected,
});
export const numbersQuery = queryOptions({
  queryKey: ["twilio", "numbers"],
  queryFn: async () => ((await ask("GET", `${root}/numbers`)) as z.infer<typeof schemas.NumbersBody>).numbers,
  refetchOnWindowFocus: false,
});

/** Keeps an account once Twilio has let us in by it. Throws ApiProblem with the field where it does not. */
export async function connect(accountSid: string, authToken: string): Promise<Connected> {
  return (await ask("PUT", root, { accountSid, authToken })) as Connected;
}

export async function disconnect(): Promise<void> {
  await ask("DELETE", root);
}

/** Finds out what is wrong, which takes up to 15 seconds. */
export async function check(): Promise<readonly Finding[]> {
  return ((await ask("POST", `${root}/check`)) as z.infer<typeof schemas.FindingsBody>).findings;
}

/** Leads a number here, or back where it led before. */
export async function lead(id: string, where: "here" | "back"): Promise<void> {
  await ask("POST", `${root}/numbers/${encodeURIComponent(id)}/${where}`);
}
