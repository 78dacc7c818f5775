import type { Request } from "express";
import { z } from "zod";
import type { Callback } from "../callback/callback.ts";
import type { Owed } from "../callback/owed.ts";
import type { Routing } from "../routing/routing.ts";
import type { CallbackDesk } from "../work/callback-desk.ts";
import type { Guard } from "../work/guard.ts";
import { operation, type Operation, type Reply } from "./api/operation.ts";
import type { Who } from "./api/who.ts";
import { callbackCsv } from "./callback-csv.ts";
import type { CallbackList } from "./callback-list.ts";
import { problemOf, whatWasDone } from "./callback-problems.ts";
import { CallbackBody, ListQuery, MoveBody, NewCallbackBody, NewsBody, SlotsQuery } from "./callback-schemas.ts";
import { callbackView, etagOf } from "./callback-view.ts";
import { asRead } from "./if-match.ts";
import { checkOwnWord, doneBy, seenBy, type Sees } from "./own-callbacks.ts";
import { paths } from "./paths.ts";
import { Problem, refusedField } from "./problem.ts";

export type CallbacksApiOptions = {
  readonly desk: CallbackDesk;
  readonly list: CallbackList;
  readonly owed: Owed;
  /** Why a return call that is owed is not dialled now. */
  readonly heldBack: Guard["heldBack"];
  readonly routing: Routing;
  readonly now: () => number;
};

const tag = "Return calls";
const params = z.object({ id: z.string().max(100) });
const etag = { ETag: "to be sent as If-Match with a change" } as const;
const one = { 200: { says: "The return call.", body: CallbackBody, headers: etag } } as const;
const Slots = z.object({ slots: z.array(z.object({ from: z.iso.datetime(), by: z.iso.datetime() })) });

/** The admin's API for return calls: what is owed to whom, by when, and all that the phone can do about it. */
export function callbackOperations({
  desk,
  list,
  owed,
  heldBack,
  routing,
  now,
}: CallbacksApiOptions): readonly Operation[] {
  const viewOf = (callback: Callback) => callbackView(callback, now(), heldBack(callback));
  const shown = (callback: Callback): Reply => ({ body: viewOf(callback), headers: { ETag: etagOf(callback) } });

  /** One of those that whoever asks may see. */
  async function found(id: string, who: Who | undefined): Promise<Callback> {
    const callback = await list.find(id, seenBy(who));
    if (callback) return callback;
    throw new Problem(404, "There is no such return call, open or closed within the last two months.");
  }

  return [
    operation({
      id: "listCallbacks",
      method: "get",
      path: paths.callbacks,
      tag,
      summary: "Return calls that are owed, the next first, or those closed in a month. A rep sees only their own.",
      needs: "viewer",
      query: ListQuery,
      endings: {
        200: { says: "A page.", body: z.object({ callbacks: z.array(CallbackBody), next: z.string().optional() }) },
      },
      async send({ query, who }, response) {
        if (query.format === "csv") {
          const name = `return-calls-${query.month ?? "open"}.csv`;
          response.attachment(name).send(callbackCsv(await list.whole(query, seenBy(who))));
          return;
        }
        const { callbacks, next } = await list.page(query, seenBy(who));
        response.json({ callbacks: callbacks.map(viewOf), ...(next === undefined ? {} : { next }) });
      },
    }),
    operation({
      id: "makeCallback",
      method: "post",
      path: paths.callbacks,
      tag,
      summary: "Promises a return call, by the rules that hold on the phone. A rep promises by their own word alone.",
      needs: "rep",
      body: NewCallbackBody,
      endings: {
        201: { says: "Promised.", body: CallbackBody, headers: { ...etag, Location: "the return call" } },
      },
      async answer({ body: { note, line, language, ...wish }, who }) {
        known(wish, routing);
        checkOwnWord(who, wish.kind === "promised" ? wish.rep : undefined);
        const made = await desk.make({
          ...wish,
          line: lineOf(line, routing),
          language: languageOf(language, routing),
          madeBy: doneBy(who),
          ...(note === undefined ? {} : { note: { text: note } }),
        });
        const callback = whatWasDone(made, seenBy(who));
        const { headers, ...rest } = shown(callback);
        const location = { Location: `${paths.callbacks}/${callback.id}` };
        return { status: 201, ...rest, headers: { ...headers, ...location }, of: callback.id };
      },
    }),
    operation({
      id: "listCallbackSlots",
      method: "get",
      path: paths.callbackSlots,
      tag,
      summary: "Times that could be promised to a number.",
      needs: "viewer",
      query: SlotsQuery,
      endings: { 200: { says: "Free windows, the soonest first.", body: Slots } },
      answer({ query: { queue, number, line, after, most } }) {
        known({ queue }, routing);
        const judged = owed.judge(number, lineOf(line, routing), queue);
        if (!judged.ok) throw problemOf({ why: "number", fault: judged.why });
        const found = owed.slots({ queue, zones: judged.zones, after: Math.max(after ?? 0, now()), most });
        const iso = (at: number) => new Date(at).toISOString();
        return { body: { slots: found.map(({ from, by }) => ({ from: iso(from), by: iso(by) })) } };
      },
    }),
    operation({
      id: "readCallback",
      method: "get",
      path: paths.callback,
      tag,
      summary: "One return call, open, or closed within the last two months.",
      needs: "viewer",
      params,
      endings: one,
      answer: async ({ params: { id }, who }) => shown(await found(id, who)),
    }),
    operation({
      id: "moveCallback",
      method: "patch",
      path: paths.callback,
      tag,
      summary: "Moves a return call to another time that can be kept. Needs If-Match.",
      needs: "rep",
      params,
      body: MoveBody,
      endings: one,
      async answer({ params: { id }, body, who, request }) {
        const asked = stillAs(request, seenBy(who));
        await found(id, who);
        return shown(whatWasDone(await desk.move(id, body, doneBy(who), asked)));
      },
    }),
    operation({
      id: "cancelCallback",
      method: "delete",
      path: paths.callback,
      tag,
      summary: "Cancels a return call. Needs If-Match.",
      needs: "rep",
      params,
      endings: one,
      async answer({ params: { id }, who, request }) {
        const asked = stillAs(request, seenBy(who));
        await found(id, who);
        return shown(whatWasDone(await desk.cancel(id, doneBy(who), asked)));
      },
    }),
    operation({
      id: "noteCallbackNews",
      method: "post",
      path: paths.callbackNews,
      tag,
      summary: "What the customer is told of how it stands.",
      needs: "rep",
      params,
      body: NewsBody,
      endings: one,
      async answer({ params: { id }, body: { text, rep: named }, who }) {
        const rep = named ?? (who?.role === "rep" ? who.rep : undefined);
        known({ rep }, routing);
        await found(id, who);
        checkOwnWord(who, rep);
        const news = { text, ...(rep === undefined ? {} : { rep }) };
        return shown(whatWasDone(await desk.news(id, news, seenBy(who))));
      },
    }),
  ];
}

/** Whether it is still as it was read, and whoever asks may still see it. */
function stillAs(request: Request, sees: Sees): Sees {
  const fresh = asRead(request);
  return (callback) => sees(callback) && fresh(etagOf(callback));
}

function lineOf(line: string | undefined, { lines }: Routing): string {
  const found = line === undefined ? lines[0] : lines.find(({ number }) => number === line);
  if (found) return found.number;
  throw refusedField(422, "line", "That is no line of this business.");
}

function languageOf(language: string | undefined, { business }: Routing): string {
  const { languages } = business;
  if (language === undefined || Object.hasOwn(languages, language)) return language ?? business.language;
  throw refusedField(422, "language", `The business speaks ${Object.keys(languages).join(", ")}.`);
}

/** Refuses a queue or a rep that the routing does not have. */
function known({ queue, rep }: { readonly queue?: string; readonly rep?: string | undefined }, routing: Routing): void {
  if (queue !== undefined && !Object.hasOwn(routing.queues, queue))
    throw refusedField(422, "queue", "There is no such queue.");
  if (rep !== undefined && !Object.hasOwn(routing.reps, rep)) throw refusedField(422, "rep", "There is no such rep.");
}
