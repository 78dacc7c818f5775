import type { CallbackEffect } from "../callback/effect.ts";
import type { Effect } from "../call/effect.ts";
import type { Settled, Store, StoredEffect } from "../store/store.ts";
import type { PhoneLine } from "../twilio/line.ts";
import type { Routing } from "../routing/routing.ts";
import type { Clock } from "./clock.ts";
import { remember } from "./memory.ts";
import { done, settledBy } from "./settle.ts";

/** While nothing can be made durable, texts about return calls are looked at again so often, in milliseconds. */
const whileFailing = 30_000;
/** A text that cannot be sent for so long is given up, in milliseconds. */
const textWithin = 3_600_000;
/**
 * At WhatsApp free words may be written for a day after the other side wrote last; a little is left for the way.
 * https://www.twilio.com/docs/api/errors/63016
 */
const whatsappFor = 24 * 3_600_000 - 60_000;
/** The number has opted out of this line's texts: https://www.twilio.com/docs/api/errors/21610 */
const optedOut = 21_610;

type Options = {
  readonly store: Store;
  readonly line: PhoneLine;
  readonly routing: Routing;
  readonly clock: Clock;
  /** Where a customer finds a return call by its receipt. */
  readonly receiptUrl: (code: string) => string;
};
type Text = Extract<Effect | CallbackEffect, { readonly do: "text" }> & { readonly page?: string };

/** Sends a text, at WhatsApp where the other side writes there. Who has said STOP is sent none. */
export async function sendText(
  stored: StoredEffect,
  effect: Text,
  { store, line, routing, clock, receiptUrl }: Options,
): Promise<Settled> {
  const { to, from } = effect;
  const body = effect.page === undefined ? effect.body : `${effect.body} ${receiptUrl(effect.page)}`;
  if ((await store.get("caller", to))?.textsUnwanted) return done;
  const now = clock.now();
  // A receipt is a promise, too: none is sent while nothing can be kept.
  if (stored.kind === "callback" && store.condition().state !== "ok")
    return { outcome: "retry", at: now + whileFailing };
  const { whatsappAt } = (await store.get("conversation", to)) ?? {};
  const byWhatsApp = whatsappAt !== undefined && now - whatsappAt < whatsappFor;
  const there = byWhatsApp ? await line.text({ to: `whatsapp:${to}`, from: `whatsapp:${from}`, body }) : undefined;
  const reply = there === undefined || "refused" in there ? await line.text({ to, from, body }) : there;
  if ("refused" in reply && reply.code === optedOut)
    await remember(store, { do: "remember", number: to, what: { textsUnwanted: true } }, routing, now);
  return "later" in reply && now - stored.dueAt > textWithin
    ? { outcome: "gave-up", why: reply.later }
    : settledBy(reply, stored, now);
}
