import type { Instant, PromptId } from "../routing/routing.ts";

/** Whom a reminder reaches: the rep whose word it is, others of the team who are there, or the leads. */
export type Told = "owner" | "backup" | "lead";

/** Work that goes out from a callback: imperative, stored with it, performed by the worker, retried until it ends. */
export type CallbackEffect =
  /** Comes back to the callback as the event `woke`. */
  | { readonly do: "wake"; readonly at: Instant; readonly why: string }
  /**
   * Rings the customer without a rep, because the time has come and nobody has rung. `given`: for which of the times that
   * were given, counted from 1; for another one it is too late.
   */
  | { readonly do: "dial-customer"; readonly how: "no-news"; readonly given: number }
  /** Ends the call that was being placed for it: the callback was moved or cancelled, or the customer has rung in. */
  | { readonly do: "call-off"; readonly call: string; readonly why: "moved" | "cancelled" | "rang-in" }
  /** `page`: the receipt whose page it names at its end. */
  | {
      readonly do: "text";
      readonly to: string;
      readonly from: string;
      readonly body: string;
      readonly page?: string;
    }
  | { readonly do: "tell-reps"; readonly whom: readonly Told[]; readonly prompt: PromptId };
