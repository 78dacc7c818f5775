import { expectComplaints } from "./complaints.ts";
import { office } from "./office.ts";

/** An office in which the next webhook of a kind fails with all its retries. */
export async function failing(options: Parameters<typeof office>[0] = { reps: ["Ben"] }) {
  const all = office(options);
  const exchange = await all.exchange();
  expectComplaints(exchange);
  const fails = (asked: string, how: 500 | "connection" | "timeout" = 500) =>
    exchange.faults.loseWebhook((url) => url.endsWith(`/${asked}`), 3, how);
  return { ...all, fails };
}
