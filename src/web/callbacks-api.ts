import { Router, type Request, type RequestHandler, type Response } from "express";
import type { Callback } from "../callback/callback.ts";
import type { Owed } from "../callback/owed.ts";
import type { Routing } from "../routing/routing.ts";
import type { CallbackDesk, Done } from "../work/callback-desk.ts";
import type { Guard } from "../work/guard.ts";
import type { CallbackList } from "./callback-list.ts";
import { problemOf } from "./callback-problems.ts";
import { ListQuery, MoveBody, NewCallbackBody, NewsBody, parsed, SlotsQuery } from "./callback-schemas.ts";
import { callbackView, etagOf } from "./callback-view.ts";
import { jsonBody } from "./json-body.ts";
import { paths } from "./paths.ts";
import { Problem } from "./problem.ts";

export type CallbacksApiOptions = {
  readonly door: RequestHandler;
  readonly desk: CallbackDesk;
  readonly list: CallbackList;
  readonly owed: Owed;
  /** Why a return call that is owed is not dialled now. */
  readonly heldBack: Guard["heldBack"];
  readonly routing: Routing;
  readonly now: () => number;
};

const admin = { who: "admin" } as const;

/** The admin's API for return calls: what is owed to whom, by when, and all that the phone can do about it. Behind the door. */
export function callbacksApiRouter(options: CallbacksApiOptions): Router {
  const { door, desk, list, owed, heldBack, routing, now } = options;
  const router = Router();
  router.use(paths.callbacks, door, (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  const body = jsonBody();
  router.get(paths.callbacks, async (request, response) => {
    const { callbacks, next } = await list.page(parsed(ListQuery, request.query));
    response.json({
      callbacks: callbacks.map((callback) => callbackView(callback, now(), heldBack(callback))),
      ...(next === undefined ? {} : { next }),
    });
  });
  router.post(paths.callbacks, ...body, async (request, response) => {
    const { note, line, language, ...wish } = parsed(NewCallbackBody, request.body);
    known(wish, routing);
    const done = await desk.make({
      ...wish,
      line: lineOf(line, routing),
      language: languageOf(language, routing),
      madeBy: admin,
      ...(note === undefined ? {} : { note: { text: note } }),
    });
    const callback = whatWasDone(done, response);
    response.status(201).location(`${paths.callbacks}/${callback.id}`);
    show(response, callback);
  });
  router.get(paths.callbackSlots, (request, response) => {
    const { queue, number, line, after, most } = parsed(SlotsQuery, request.query);
    known({ queue }, routing);
    const judged = owed.judge(number, lineOf(line, routing), queue);
    if (!judged.ok) throw problemOf({ why: "number", fault: judged.why }, response);
    const found = owed.slots({ queue, zones: judged.zones, after: Math.max(after ?? 0, now()), most });
    const slots = found.map(({ from, by }) => ({ from: new Date(from).toISOString(), by: new Date(by).toISOString() }));
    response.json({ slots });
  });
  router.get(paths.callback, async (request, response) => {
    const callback = await list.find(idOf(request));
    if (!callback) throw new Problem(404, "There is no such return call, open or closed within the last two months.");
    show(response, callback);
  });
  router.patch(paths.callback, ...body, async (request, response) => {
    const time = parsed(MoveBody, request.body);
    show(response, whatWasDone(await desk.move(idOf(request), time, admin, asRead(request)), response));
  });
  router.delete(paths.callback, async (request, response) => {
    show(response, whatWasDone(await desk.cancel(idOf(request), admin, asRead(request)), response));
  });
  router.post(paths.callbackNews, ...body, async (request, response) => {
    const { text, rep } = parsed(NewsBody, request.body);
    known({ rep }, routing);
    show(
      response,
      whatWasDone(await desk.news(idOf(request), { text, ...(rep === undefined ? {} : { rep }) }), response),
    );
  });
  return router;

  function show(response: Response, callback: Callback): void {
    response.set("ETag", etagOf(callback)).json(callbackView(callback, now(), heldBack(callback)));
  }
}

function whatWasDone(done: Done, response: Response): Callback {
  if ("callback" in done && !("why" in done)) return done.callback;
  throw problemOf(done, response);
}

function idOf({ params }: Request): string {
  return String(params["id"]);
}

/** An edit names what was read: two who edit at once do not undo each other's work unseen. */
function asRead(request: Request): (callback: Callback) => boolean {
  const read = request.get("If-Match");
  if (read === undefined)
    throw new Problem(428, "Send If-Match with the ETag of what you have read, or * to change it however it stands.");
  const named = read.split(",").map((one) => one.trim());
  return (callback) => named.includes("*") || named.includes(etagOf(callback));
}

function lineOf(line: string | undefined, { lines }: Routing): string {
  const found = line === undefined ? lines[0] : lines.find(({ number }) => number === line);
  return found ? found.number : unknown("line", "That is no line of this business.");
}

function languageOf(language: string | undefined, { business }: Routing): string {
  const { languages } = business;
  if (language === undefined || Object.hasOwn(languages, language)) return language ?? business.language;
  return unknown("language", `The business speaks ${Object.keys(languages).join(", ")}.`);
}

/** Refuses a queue or a rep that the routing does not have. */
function known({ queue, rep }: { readonly queue?: string; readonly rep?: string | undefined }, routing: Routing): void {
  if (queue !== undefined && !Object.hasOwn(routing.queues, queue)) unknown("queue", "There is no such queue.");
  if (rep !== undefined && !Object.hasOwn(routing.reps, rep)) unknown("rep", "There is no such rep.");
}

function unknown(path: string, sentence: string): never {
  throw new Problem(422, sentence, { errors: [{ path, sentence }] });
}
