import express, { Router, type Request, type Response } from "express";
import { z } from "zod";
import type { WishedTime } from "../callback/asked.ts";
import type { Callback } from "../callback/callback.ts";
import type { Owed } from "../callback/owed.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Board } from "../work/board.ts";
import type { CallbackDesk, Done } from "../work/callback-desk.ts";
import type { Guesses } from "./guesses.ts";
import { paths } from "./paths.ts";
import { cancelledPage, cancelPage, movePage, plainPage, receiptPage, type Seen } from "./receipt-page.ts";
import { contentPolicy } from "./receipt-html.ts";

export type ReceiptOptions = {
  readonly desk: CallbackDesk;
  readonly owed: Owed;
  readonly board: Pick<Board, "standing">;
  readonly routing: Routing;
  readonly publicUrl: string;
  readonly now: () => Instant;
  readonly guesses: Guesses;
};

/** Receipts that are tried in vain from one network, and from all that are not known, within so many seconds. */
export const receiptLimits = { fromOne: 10, fromAll: 100, within: 15 * 60 } as const;
const mostBytes = 1_024;
/** So many other times are shown; a rep's word is moved in steps of half an hour. */
const mostTimes = 6;
const step = 30 * 60_000;
const byPage = { who: "caller", via: "page" } as const;

const Query = z.object({ ask: z.enum(["move", "cancel"]).optional(), moved: z.string().optional() });
const Form = z.union([
  z.object({ do: z.literal("cancel") }),
  z.object({ do: z.literal("move"), time: z.coerce.number().int().positive() }),
]);

/** The page at which a customer finds a return call by its receipt: how it stands, another time, cancel. No script runs on it. */
export function receiptRouter(options: ReceiptOptions): Router {
  const { desk, owed, board, routing, publicUrl, now, guesses } = options;
  const router = Router();
  router.use(paths.receipt, async (request, response, next) => {
    response.set({
      "Content-Security-Policy": contentPolicy,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
    });
    const callback = owed.ofCode(codeOf(request));
    const wait = await guesses.tried(request.ip ?? "", callback !== undefined);
    if (wait !== undefined) {
      response.set("Retry-After", String(wait));
      return show(response, 429, plain(request, "page-too-many", { minutes: Math.ceil(wait / 60) }));
    }
    // Wrong and over are the same: what is not open tells nothing.
    if (!callback) return show(response, 404, plain(request, "page-unknown"));
    next();
  });
  router.get(paths.receipt, (request, response) => {
    const { ask, moved } = Query.catch({}).parse(request.query);
    const seen = seenBy(request);
    if (!seen) return show(response, 404, plain(request, "page-unknown"));
    if (ask === "move") return show(response, 200, movePage(seen, timesFor(seen.callback)));
    if (ask === "cancel") return show(response, 200, cancelPage(seen));
    show(response, 200, receiptPage(seen, moved === undefined ? undefined : { prompt: "page-moved", good: true }));
  });
  router.post(paths.receipt, express.urlencoded({ limit: mostBytes, extended: false }), async (request, response) => {
    if (!isOurs(request, publicUrl)) return show(response, 403, plain(request, "page-elsewhere"));
    const form = Form.safeParse(request.body);
    const seen = seenBy(request);
    if (!seen) return show(response, 404, plain(request, "page-unknown"));
    if (!form.success) return response.redirect(303, `/c/${seen.callback.code}`);
    const { id, kind, code } = seen.callback;
    if (form.data.do === "cancel") return answer(request, response, await desk.cancel(id, byPage), "cancelled");
    const time: WishedTime = kind === "promised" ? { by: form.data.time } : { from: form.data.time };
    const done = await desk.move(id, time, byPage);
    if ("why" in done) return answer(request, response, done, "moved");
    response.redirect(303, `/c/${code}?moved`);
  });
  return router;

  function answer(request: Request, response: Response, done: Done, what: "cancelled" | "moved"): void {
    const seen = seenBy(request);
    if (!("why" in done)) return show(response, 200, cancelledPage({ callback: done.callback, routing }));
    if (!seen) return show(response, 404, plain(request, "page-unknown"));
    if (done.why === "not-durable")
      return show(response, 503, receiptPage(seen, { prompt: "page-not-noted", good: false }));
    if (what === "moved") return show(response, 409, movePage(seen, timesFor(seen.callback), true));
    show(response, 409, receiptPage(seen, { prompt: "page-served", good: false }));
  }

  function seenBy(request: Request): Seen | undefined {
    const callback = owed.ofCode(codeOf(request));
    return callback && { callback, standing: board.standing(callback.id), routing, now: now() };
  }

  /** Other times that can be kept: windows, or times at which the rep is free. */
  function timesFor({ kind, queue, zones, owner }: Callback): readonly Instant[] {
    if (kind !== "promised" || owner === undefined)
      return owed.slots({ queue, zones, after: now(), most: mostTimes }).map(({ from }) => from);
    const times: Instant[] = [];
    for (let wished = nextStep(now()); times.length < mostTimes; wished = nextStep(times.at(-1) ?? wished)) {
      const { by } = owed.timeFor(owner, queue, zones, wished);
      if (by === undefined) break;
      times.push(by);
    }
    return times;
  }

  function plain(request: Request, prompt: string, args?: Readonly<Record<string, number>>): string {
    const { languages, language } = routing.business;
    return plainPage(routing, request.acceptsLanguages(Object.keys(languages)) || language, prompt, args);
  }
}

function show(response: Response, status: number, document: string): void {
  response.status(status).type("text/html").send(document);
}

function codeOf({ params }: Request): string {
  return String(params["code"]);
}

function nextStep(after: Instant): Instant {
  return Math.floor(after / step + 1) * step;
}

/** Only our own pages may change anything: a browser says where a form comes from, and nothing else sends one. */
function isOurs(request: Request, publicUrl: string): boolean {
  const site = request.get("Sec-Fetch-Site");
  if (site !== undefined) return site === "same-origin";
  const origin = request.get("Origin");
  if (origin === undefined || !URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === request.get("Host");
}
