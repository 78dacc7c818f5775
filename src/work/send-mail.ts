import type { Effect } from "../call/effect.ts";
import type { Settled, StoredEffect } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Post } from "./post.ts";
import { done } from "./settle.ts";

/** A mail that cannot be sent for so long is given up, in milliseconds. */
const mailWithin = 24 * 3_600_000;
/** It is tried again after so long at first, then ever later up to the other, in milliseconds. */
const [soonest, latest] = [60_000, 30 * 60_000];

/** Sends a mail, where mail is set up. It is in nobody's way: each address has a lane of its own, and no call waits for it. */
export async function sendMail(
  { id, claims, dueAt }: StoredEffect,
  { to, subject, body }: Extract<Effect, { readonly do: "mail" }>,
  { post, clock }: { readonly post: Post | undefined; readonly clock: Clock },
): Promise<Settled> {
  if (!post) return done;
  const reply = await post.send({ to, subject, body, id });
  if ("ok" in reply || "gone" in reply) return done;
  if ("refused" in reply) return { outcome: "gave-up", why: reply.refused };
  const now = clock.now();
  if (now - dueAt > mailWithin) return { outcome: "gave-up", why: reply.later };
  return { outcome: "retry", at: now + Math.min(soonest * 2 ** claims, latest) };
}
