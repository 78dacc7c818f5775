import { z } from "zod";
import type { Session } from "../../store/people.ts";
import type { Who } from "../api/who.ts";

const SessionView = z.object({
  id: z.string(),
  device: z.string(),
  from: z.string().meta({ description: "the address that it was begun from" }),
  madeAt: z.iso.datetime(),
  usedAt: z.iso.datetime().meta({ description: "to within some minutes" }),
  current: z.boolean().meta({ description: "the one that asks" }),
});

/** Sessions as the API shows them, the latest used first. */
export const SessionsView = z.object({ sessions: z.array(SessionView) });

const iso = (at: number) => new Date(at).toISOString();

export function sessionsView(sessions: readonly Session[], who: Who | undefined): z.infer<typeof SessionsView> {
  return {
    sessions: sessions.map(({ id, device, from, madeAt, usedAt }) => ({
      id,
      device,
      from,
      madeAt: iso(madeAt),
      usedAt: iso(usedAt),
      current: id === who?.session,
    })),
  };
}
