import { z } from "zod";
import { differences } from "../../routing/compare.ts";
import { RoutingSchema } from "../../routing/routing.ts";
import type { RoutingDesk } from "../../work/routing-desk.ts";
import { Problem } from "../problem.ts";
import { operation, type Operation } from "./operation.ts";
import { brought, byOf } from "./routing-answers.ts";
import { draftOperations } from "./routing-draft.ts";
import {
  Changes,
  draftedBy,
  EditionBody,
  EditionPage,
  editionView,
  InForce,
  Page,
  Reschedule,
  RollBack,
  WholeEdition,
} from "./routing-schemas.ts";

type Options = { readonly desk: RoutingDesk };

const tag = "Routing";

/** The routing over the API: what is in force, the draft that admins share, and the editions of before and to come. */
export function routingOperations({ desk }: Options): readonly Operation[] {
  return [...published(desk), ...draftOperations(desk)];
}

function published(desk: RoutingDesk): readonly Operation[] {
  return [
    operation({
      id: "readRouting",
      method: "get",
      path: "/api/routing",
      tag,
      summary: "The routing in force.",
      needs: "viewer",
      endings: { 200: { says: "The edition in force, with its source, and whether there is a draft.", body: InForce } },
      async answer() {
        const draft = await desk.drafts.read();
        const { body, headers } = whole(desk.inForce());
        return { body: { ...body, ...(draft ? { draft: draftedBy(draft) } : {}) }, headers };
      },
    }),
    operation({
      id: "readRoutingSchema",
      method: "get",
      path: "/api/routing/schema",
      tag,
      summary: "The JSON schema of a routing's source.",
      needs: "viewer",
      endings: { 200: { says: "A JSON schema.", body: z.unknown() } },
      answer: () => ({ body: z.toJSONSchema(RoutingSchema, { io: "input" }) }),
    }),
    operation({
      id: "listEditions",
      method: "get",
      path: "/api/routing/editions",
      tag,
      summary: "All that is, was or is to be in force, newest first.",
      needs: "viewer",
      query: Page,
      endings: { 200: { says: "A page; `next` is the cursor of the one that follows.", body: EditionPage } },
      answer: async ({ query }) => ({ body: await page(desk, query) }),
    }),
    operation({
      id: "readEdition",
      method: "get",
      path: "/api/routing/editions/:id",
      tag,
      summary: "An edition with its source.",
      needs: "viewer",
      params: z.object({ id: z.string().max(100) }),
      endings: { 200: { says: "The edition.", body: WholeEdition } },
      answer: async ({ params }) => whole(await found(desk, params.id)),
    }),
    operation({
      id: "compareEdition",
      method: "get",
      path: "/api/routing/editions/:id/changes",
      tag,
      summary: "What an edition changed in another, or what it would change in the one in force.",
      needs: "viewer",
      params: z.object({ id: z.string().max(100) }),
      query: z.strictObject({ in: z.string().max(100).optional() }),
      endings: { 200: { says: "The changes, by their paths.", body: Changes } },
      async answer({ params, query }) {
        const after = await found(desk, params.id);
        const before = query.in === undefined ? desk.inForce() : await found(desk, query.in);
        return { body: { changes: differences(before.source, after.source) } };
      },
    }),
    operation({
      id: "rollBack",
      method: "post",
      path: "/api/routing/editions/:id/roll-back",
      tag,
      summary: "Puts an edition of before in force again, checked by today's rules.",
      needs: "admin",
      params: z.object({ id: z.string().max(100) }),
      body: RollBack,
      endings: { 201: { says: "In force.", body: EditionBody } },
      answer: async ({ params, body, who }) => brought(await desk.rollBack(params.id, byOf(who), body.note)),
    }),
    operation({
      id: "rescheduleEdition",
      method: "put",
      path: "/api/routing/editions/:id/from",
      tag,
      summary: "Has an edition that is to come into force come at another time.",
      needs: "admin",
      params: z.object({ id: z.string().max(100) }),
      body: Reschedule,
      endings: { 200: { says: "Scheduled anew.", body: EditionBody } },
      answer: async ({ params, body }) => ({ ...brought(await desk.reschedule(params.id, body.from)), status: 200 }),
    }),
    operation({
      id: "callOffEdition",
      method: "delete",
      path: "/api/routing/editions/:id",
      tag,
      summary: "Calls off an edition that was to come into force.",
      needs: "admin",
      params: z.object({ id: z.string().max(100) }),
      endings: { 200: { says: "Called off.", body: EditionBody } },
      answer: async ({ params }) => ({ ...brought(await desk.callOff(params.id)), status: 200 }),
    }),
  ];
}

async function page(
  { history }: RoutingDesk,
  { limit, cursor }: z.infer<typeof Page>,
): Promise<z.infer<typeof EditionPage>> {
  const editions: z.infer<typeof EditionBody>[] = [];
  let begun = cursor === undefined;
  for await (const one of history()) {
    if (begun && editions.length === limit) return { editions, next: one.id };
    begun ||= one.id === cursor;
    if (begun) editions.push(editionView(one));
  }
  if (!begun) throw new Problem(400, "There is no such cursor (any more). Begin again without one.");
  return { editions };
}

async function found(desk: RoutingDesk, id: string) {
  const edition = await desk.edition(id);
  if (edition) return edition;
  throw new Problem(404, "There is no such edition.");
}

function whole(edition: Awaited<ReturnType<typeof found>>) {
  return { body: { ...editionView(edition), source: edition.source }, headers: { ETag: `"${edition.id}"` } };
}
