import { z } from "zod";
import type { Retention } from "../../store/retention.ts";
import type { Days } from "../../work/kept-days.ts";
import type { OpenRetention } from "../../work/retention.ts";
import type { Going, WhatGoes } from "../../work/what-goes.ts";
import { asRead } from "../if-match.ts";
import { paths } from "../paths.ts";
import { Problem } from "../problem.ts";
import { operation, type Operation } from "./operation.ts";

const mostDays = 3_660;
const forEver = "null: for ever";
const Kept = z.int().min(1).max(mostDays);
const Setting = z.strictObject({
  records: Kept.nullable().meta({
    description: `days for which calls and return calls are kept once they are over, with their cases and what is on the leads' list; ${forEver}`,
  }),
  recordings: Kept.nullable().meta({
    description: `days for which recordings are kept at Twilio, never longer than their calls here; ${forEver}`,
  }),
  audit: Kept.nullable().meta({ description: `days for which the audit log is kept; ${forEver}` }),
});
/** How it stands. */
export const Stands = Setting.extend({
  atLeast: z
    .object({ records: z.int(), recordings: z.int(), audit: z.int() })
    .meta({ description: "the fewest days that can be set" }),
  goneByAt: z.iso.datetime().nullable().meta({ description: "when it was last gone by" }),
  toDelete: z.int().meta({ description: "recordings that are still to be deleted at Twilio" }),
});
const Asked = z.coerce.number().int().min(1).max(mostDays).optional();
const Preview = z.strictObject({ records: Asked, recordings: Asked, audit: Asked });
const Goes = z.object({
  count: z.int(),
  oldest: z.iso.datetime().nullable().meta({ description: "when the oldest of them was over; null: none goes" }),
});
/** How much a setting would erase. */
export const PreviewBody = z.object({
  calls: Goes,
  callbacks: Goes,
  cases: Goes,
  reviews: Goes.meta({ description: "what is on the leads' list" }),
  recordings: Goes,
  audit: Goes,
  unread: z.int().meta({ description: "months of the archive that cannot be read, and stay" }),
});
const etag = { ETag: "to be sent as If-Match with a change" } as const;
const tag = "Retention";

/** For how long what is over is kept: for admins. */
export function retentionOperations(retention: () => OpenRetention): readonly Operation[] {
  const shown = async () => {
    const now = retention().read();
    return { body: stands(now, retention().atLeast(), await retention().toDelete()), headers: { ETag: etagOf(now) } };
  };
  return [
    operation({
      id: "readRetention",
      method: "get",
      path: paths.retention,
      tag,
      summary: "For how many days what is over is kept.",
      needs: "admin",
      endings: { 200: { says: "How it stands.", body: Stands, headers: etag } },
      answer: shown,
    }),
    operation({
      id: "previewRetention",
      method: "get",
      path: paths.retentionPreview,
      tag,
      summary: "What a setting would erase now, and nothing of it is erased. What is not named is kept for ever.",
      needs: "admin",
      query: Preview,
      endings: { 200: { says: "How much would go, and since when it is over.", body: PreviewBody } },
      async answer({ query }) {
        const days = daysIn(query);
        checkDays(days, retention().atLeast());
        return { body: previewed(await retention().preview(days)) };
      },
    }),
    operation({
      id: "changeRetention",
      method: "put",
      path: paths.retention,
      tag,
      summary:
        "Keeps what is over for so many days from now on. What is older is erased at once, and cannot be brought back.",
      needs: "admin",
      body: Setting,
      endings: { 200: { says: "It is gone by at once, and every day.", body: Stands, headers: etag } },
      async answer({ body, request }) {
        const isAsRead = asRead(request);
        const before = daysOf(retention().read());
        const days = daysIn(body);
        checkDays(days, retention().atLeast());
        if (!(await retention().set(days, (now) => isAsRead(etagOf(now)))))
          throw new Problem(412, "Somebody else has changed it since you read it. Read it again.");
        return { ...(await shown()), did: changesOf(before, body) };
      },
    }),
  ];
}

function etagOf({ revision }: Retention): string {
  return `"${revision}"`;
}

function daysIn({ records, recordings, audit }: z.infer<typeof Setting> | z.infer<typeof Preview>): Days {
  return {
    ...(typeof records === "number" ? { records } : {}),
    ...(typeof recordings === "number" ? { recordings } : {}),
    ...(typeof audit === "number" ? { audit } : {}),
  };
}

function daysOf({ records, recordings, audit }: Days) {
  return { records: records ?? null, recordings: recordings ?? null, audit: audit ?? null };
}

function stands(now: Retention, least: Required<Days>, toDelete: number): z.infer<typeof Stands> {
  return { ...daysOf(now), atLeast: least, goneByAt: iso(now.goneBy?.at), toDelete };
}

/** From what to what, of those that have changed. */
function changesOf(before: ReturnType<typeof daysOf>, after: ReturnType<typeof daysOf>) {
  const names = ["records", "recordings", "audit"] as const;
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, [before[name], after[name]]]),
  );
}

const why: Required<{ [K in keyof Days]: string }> = {
  records:
    "a case may come back for so long, an announcement is not to be heard again for so long, or today's limits go by it",
  recordings: "reps have to hear them first",
  audit: "whoever looks back over a year must find all of it",
};

/** Refuses fewer days than are needed (422), naming the field. */
function checkDays(days: Days, least: Required<Days>): void {
  const errors = (["records", "recordings", "audit"] as const).flatMap((path) => {
    const kept = days[path];
    return kept === undefined || kept >= least[path]
      ? []
      : [{ path, sentence: `At least ${least[path]} days: ${why[path]}.` }];
  });
  if (errors.length > 0) throw new Problem(422, "Mend what is named in errors.", { errors });
}

function previewed({ going, unread }: WhatGoes): z.infer<typeof PreviewBody> {
  const { call, callback, resolution, review, recording, audit } = going;
  return {
    calls: goes(call),
    callbacks: goes(callback),
    cases: goes(resolution),
    reviews: goes(review),
    recordings: goes(recording),
    audit: goes(audit),
    unread: unread.length,
  };
}

function goes({ count, oldest }: Going) {
  return { count, oldest: iso(oldest) };
}

function iso(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
