import type { OwnAddress } from "../twilio/diagnosis.ts";
import type { Awaited } from "./proofs.ts";

const within = 5_000;

/** Asks our own public address, as somebody outside would: whether it leads to this very server. It waits five seconds at most. */
export async function askOwnAddress({ address, came, forget }: Awaited): Promise<OwnAddress> {
  try {
    let arrived = false;
    void came.then(() => (arrived = true));
    const answer = await fetch(address, { method: "POST", redirect: "manual", signal: AbortSignal.timeout(within) });
    await answer.body?.cancel();
    const to = answer.headers.get("Location");
    if (answer.status >= 300 && answer.status < 400 && to !== null)
      return { is: "moved", to: new URL(to, address).origin };
    return { is: arrived ? "ours" : "another" };
  } catch (error) {
    return { is: "dead", why: whyOf(error) };
  } finally {
    forget();
  }
}

/** The system's own word for it stands in the cause. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "no answer within 5 seconds";
  const { cause } = error;
  return cause instanceof Error && cause.message !== "" ? cause.message : error.message;
}
