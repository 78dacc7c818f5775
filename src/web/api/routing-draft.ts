import { differences } from "../../routing/compare.ts";
import { textWarnings } from "../../routing/lint/texts.ts";
import type { Draft } from "../../store/records.ts";
import { draftTag } from "../../work/drafts.ts";
import type { RoutingDesk } from "../../work/routing-desk.ts";
import { operation, type Operation, type Reply } from "./operation.ts";
import { brought, byOf, noDraft, refused, seenBy } from "./routing-answers.ts";
import { CaughtUp, Checked, DraftBody, EditionBody, Publish, Source } from "./routing-schemas.ts";

/** Half a thousand queues with all their prompts are less. */
const mostBytes = 1024 * 1024;
const tag = "Routing";
const iso = (at: number) => new Date(at).toISOString();

/** What admins do with the draft that they share, to its publishing. */
export function draftOperations(desk: RoutingDesk): readonly Operation[] {
  const { drafts } = desk;
  const headers = { ETag: "names the draft as it is now" };
  const show = (draft: Draft, more: object = {}): Reply => ({
    headers: { ETag: draftTag(draft) },
    body: {
      revision: draft.revision,
      base: draft.base,
      behind: draft.base !== desk.inForce().id,
      by: draft.by,
      at: iso(draft.at),
      source: draft.source,
      faults: desk.check(draft.source),
      warnings: textWarnings(draft.source),
      changes: differences(desk.inForce().source, draft.source),
      ...more,
    },
  });
  return [
    operation({
      id: "checkRouting",
      method: "post",
      path: "/api/routing/check",
      tag,
      summary: "All that is wrong with a source, and what its texts could say better, each by its path.",
      needs: "viewer",
      asks: true,
      body: Source,
      mostBytes,
      endings: { 200: { says: "No faults: it could be published.", body: Checked } },
      answer: ({ body }) => ({ body: { faults: desk.check(body.source), warnings: textWarnings(body.source) } }),
    }),
    operation({
      id: "readDraft",
      method: "get",
      path: "/api/routing/draft",
      tag,
      summary: "The draft that all admins share.",
      needs: "viewer",
      endings: { 200: { says: "The draft, its faults and what it changes.", body: DraftBody, headers } },
      async answer() {
        const draft = await drafts.read();
        if (!draft) throw noDraft();
        return show(draft);
      },
    }),
    operation({
      id: "saveDraft",
      method: "put",
      path: "/api/routing/draft",
      tag,
      summary: "Keeps a draft, whether it holds or not. If-None-Match: * where there is none yet, else If-Match.",
      needs: "admin",
      audit: "none",
      body: Source,
      mostBytes,
      endings: { 200: { says: "Kept.", body: DraftBody, headers } },
      async answer({ body, who, request }) {
        const saved = await drafts.save(body.source, byOf(who), seenBy(request));
        return "why" in saved ? refused(saved) : show(saved.draft);
      },
    }),
    operation({
      id: "discardDraft",
      method: "delete",
      path: "/api/routing/draft",
      tag,
      summary: "Throws the draft away.",
      needs: "admin",
      endings: { 204: { says: "There is no draft any more." } },
      async answer({ request }) {
        const discarded = await drafts.discard(seenBy(request));
        return "why" in discarded ? refused(discarded) : { status: 204 };
      },
    }),
    operation({
      id: "catchUpDraft",
      method: "post",
      path: "/api/routing/draft/catch-up",
      tag,
      summary: "Brings what came into force since the draft was begun into it.",
      needs: "admin",
      endings: {
        200: { says: "The draft; where both changed the same, it stands as it was drafted.", body: CaughtUp },
      },
      async answer({ who, request }) {
        const done = await drafts.catchUp(byOf(who), seenBy(request));
        return "why" in done ? refused(done) : show(done.draft, { conflicts: done.conflicts });
      },
    }),
    operation({
      id: "publishDraft",
      method: "post",
      path: "/api/routing/publish",
      tag,
      summary: "Puts the draft in force, now or from a time on. Calls keep the routing that they began with.",
      needs: "admin",
      body: Publish,
      endings: { 201: { says: "In force, or scheduled.", body: EditionBody } },
      answer: async ({ body, who, request }) =>
        brought(await desk.publish({ by: byOf(who), seen: seenBy(request), ...body })),
    }),
  ];
}
