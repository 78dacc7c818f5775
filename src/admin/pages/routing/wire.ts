import type { z } from "zod";
import type * as schemas from "../../../web/api/routing-schemas.ts";
import { ApiProblem, ask } from "../../api.ts";

/** What was, is or is to be in force. */
export type Edition = z.infer<typeof schemas.EditionBody>;
/** An edition and its source. */
export type WholeEdition = z.infer<typeof schemas.WholeEdition>;
export type InForce = z.infer<typeof schemas.InForce>;
/** The draft that all admins share. */
export type Draft = z.infer<typeof schemas.DraftBody>;
/** A draft, and the name by which an edit says that it was read. */
export type ReadDraft = { readonly draft: Draft; readonly tag: string };
/** What the server has: the routing in force, and the draft where there is one. */
export type There = { readonly inForce: WholeEdition; readonly draft: ReadDraft | null };
export type Fault = z.infer<typeof schemas.Fault>;
export type Conflict = z.infer<typeof schemas.CaughtUp>["conflicts"][number];

const root = "/api/routing";

export async function readInForce(): Promise<InForce> {
  return (await ask("GET", root)) as InForce;
}

/** The draft, or null where it was published or thrown away meanwhile. */
async function readDraft(): Promise<ReadDraft | null> {
  const answer = await fetch(`${root}/draft`, { credentials: "same-origin" });
  return answer.status === 404 ? null : readOf(answer);
}

export async function readThere(): Promise<There> {
  const inForce = await readInForce();
  return { inForce, draft: inForce.draft ? await readDraft() : null };
}

/** Keeps a draft where it still is what was read: `seen` is its tag, or null where there was none. Throws ApiProblem, of 412 where it is not. */
export async function saveDraft(source: unknown, seen: string | null): Promise<ReadDraft> {
  return readOf(await asked("PUT", "/draft", seen, { source }));
}

/** Throws the draft away that was read. Throws as saving does. */
export async function discardDraft(seen: string): Promise<void> {
  await refusing(await asked("DELETE", "/draft", seen));
}

/** Brings what came into force meanwhile into the draft that was read; what clashes stays as it was drafted, and is named. Throws as saving does. */
export async function catchUp(seen: string): Promise<ReadDraft & { readonly conflicts: readonly Conflict[] }> {
  const answer = await asked("POST", "/draft/catch-up", seen, {});
  const read = await readOf(answer);
  return { ...read, conflicts: (read.draft as z.infer<typeof schemas.CaughtUp>).conflicts };
}

/** Puts the draft that was read in force, now or at a time (ISO 8601). Throws ApiProblem where it is another, or does not hold. */
export async function publish(seen: string, as: { readonly note?: string; readonly from?: string }): Promise<Edition> {
  const answer = await refusing(await asked("POST", "/publish", seen, as));
  return (await answer.json()) as Edition;
}

/** Puts an edition of before in force again. Throws ApiProblem where it does not hold any more. */
export async function rollBack(id: string, note?: string): Promise<Edition> {
  const path = `${root}/editions/${encodeURIComponent(id)}/roll-back`;
  return (await ask("POST", path, note === undefined ? {} : { note })) as Edition;
}

/** A page of the history, newest first; `cursor` is the `next` of the page before, empty for the first. */
export async function readEditions(cursor: string): Promise<z.infer<typeof schemas.EditionPage>> {
  const query = cursor === "" ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return (await ask("GET", `${root}/editions${query}`)) as z.infer<typeof schemas.EditionPage>;
}

/** Has an edition that is to come into force come at another time (ISO 8601). Throws ApiProblem where it has come, or that time is past. */
export async function reschedule(id: string, from: string): Promise<Edition> {
  return (await ask("PUT", `${root}/editions/${encodeURIComponent(id)}/from`, { from })) as Edition;
}

/** An edition with its source. */
export async function readEdition(id: string): Promise<WholeEdition> {
  return (await ask("GET", `${root}/editions/${encodeURIComponent(id)}`)) as WholeEdition;
}

/** What is to come into force, the next first. */
export async function readScheduled(): Promise<readonly Edition[]> {
  const { editions } = await readEditions("");
  return editions.filter(({ state }) => state === "scheduled").toSorted((a, b) => a.from.localeCompare(b.from));
}

/** Calls off an edition that was to come into force. Throws ApiProblem where it has come, or was called off. */
export async function callOff(id: string): Promise<Edition> {
  return (await ask("DELETE", `${root}/editions/${encodeURIComponent(id)}`)) as Edition;
}

function asked(method: string, path: string, seen: string | null, body?: object): Promise<Response> {
  return fetch(root + path, {
    method,
    credentials: "same-origin",
    headers: {
      ...(seen === null ? { "If-None-Match": "*" } : { "If-Match": seen }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function readOf(answer: Response): Promise<ReadDraft> {
  await refusing(answer);
  return { draft: (await answer.json()) as Draft, tag: answer.headers.get("ETag") ?? "*" };
}

/** The answer, where it is what was asked for. */
async function refusing(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const problem = (await answer.json().catch(() => ({}))) as { readonly detail?: string };
  throw new ApiProblem(answer.status, problem.detail ?? `${answer.status} ${answer.statusText}`);
}
