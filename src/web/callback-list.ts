import { givenNow, type Callback, type CallbackId } from "../callback/callback.ts";
import { dueAt, isOverdue } from "../callback/schedule.ts";
import type { Routing } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";
import type { Ledger } from "../work/ledger.ts";
import type { ListQuery } from "./callback-schemas.ts";
import type { Sees } from "./own-callbacks.ts";
import { Problem } from "./problem.ts";

/** A page of return calls; `next`: the cursor of the page after it, where there is one. */
export type Page = { readonly callbacks: readonly Callback[]; readonly next?: string };

/** What is owed to whom, by when, and what became of it: as much of it as whoever asks may see. */
export type CallbackList = {
  /** Open ones by when they are owed; with `month` those that were closed in it, oldest first. */
  readonly page: (query: ListQuery, sees: Sees) => Promise<Page>;
  /** All of them, in the same order. */
  readonly whole: (query: ListQuery, sees: Sees) => Promise<readonly Callback[]>;
  /** One by its name, open or closed in this month or the one before. */
  readonly find: (id: CallbackId, sees: Sees) => Promise<Callback | undefined>;
};

type Options = {
  readonly ledger: Pick<Ledger, "all" | "get">;
  readonly store: Pick<Store, "archive">;
  readonly routing: Routing;
  readonly now: () => number;
};

/** A callback with its place in the order: by when it is owed, then by its name. */
type Placed = { readonly callback: Callback; readonly at: number; readonly id: string };

export function callbackList({ ledger, store, routing, now }: Options): CallbackList {
  const page = (query: ListQuery, sees: Sees) =>
    query.month === undefined ? Promise.resolve(open(query, sees)) : closed(query, query.month, sees);

  function open(query: ListQuery, sees: Sees): Page {
    const from = query.cursor === undefined ? undefined : cursorOf(query.cursor);
    const placed = [...ledger.all()]
      .filter((callback) => sees(callback) && fits(callback, query, now()))
      .map((callback): Placed => ({ callback, at: owedAt(callback, routing), id: callback.id }))
      .filter((one) => !from || inOrder(from, one) < 0)
      .toSorted(inOrder);
    const shown = placed.slice(0, query.limit);
    const last = shown.at(-1);
    const more = placed.length > shown.length && last !== undefined;
    return { callbacks: shown.map(({ callback }) => callback), ...(more ? { next: textOf(last) } : {}) };
  }

  async function closed(query: ListQuery, month: string, sees: Sees): Promise<Page> {
    const skip = query.cursor === undefined ? 0 : Number(query.cursor);
    if (!Number.isSafeInteger(skip) || skip < 0) throw badCursor();
    const found: Callback[] = [];
    let seen = 0;
    for await (const callback of store.archive("callback", month)) {
      if (!sees(callback) || !fits(callback, query, now())) continue;
      seen += 1;
      if (seen <= skip) continue;
      if (found.length === query.limit) return { callbacks: found, next: String(skip + found.length) };
      found.push(callback);
    }
    return { callbacks: found };
  }

  async function anybodys(id: CallbackId): Promise<Callback | undefined> {
    const found = ledger.get(id);
    if (found) return found;
    for (const month of lastMonths(now()))
      for await (const callback of store.archive("callback", month)) if (callback.id === id) return callback;
    return undefined;
  }

  return {
    page,
    whole: async (query, sees) => (await page({ ...query, cursor: undefined, limit: Infinity }, sees)).callbacks,
    async find(id, sees) {
      const found = await anybodys(id);
      return found && sees(found) ? found : undefined;
    },
  };
}

function fits(callback: Callback, { rep, queue, kind, state, late, find }: ListQuery, now: number): boolean {
  return (
    (find === undefined || isFound(callback, find)) &&
    (rep === undefined || callback.owner === rep) &&
    (queue === undefined || callback.queue === queue) &&
    (kind === undefined || callback.kind === kind) &&
    (state === undefined || callback.state.at === state) &&
    (late === undefined || isOverdue(callback, now) === late)
  );
}

/** Whether its number or its code holds what is looked for, however that is grouped; a number may be written without its country. */
function isFound({ to, code }: Callback, find: string): boolean {
  const plain = find.replaceAll(/[\s().-]/g, "");
  return to.includes(plain) || code.includes(plain);
}

function owedAt(callback: Callback, routing: Routing): number {
  return givenNow(callback).by ?? dueAt(callback, routing);
}

function inOrder(a: Pick<Placed, "at" | "id">, b: Pick<Placed, "at" | "id">): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function textOf({ at, id }: Placed): string {
  return Buffer.from(`${at} ${id}`).toString("base64url");
}

function cursorOf(text: string): Pick<Placed, "at" | "id"> {
  const [at, id] = Buffer.from(text, "base64url").toString().split(" ");
  if (at === undefined || id === undefined || !/^\d{1,15}$/.test(at)) throw badCursor();
  return { at: Number(at), id };
}

function badCursor(): Problem {
  return new Problem(400, "Send the cursor as it came in next.", {
    errors: [{ path: "cursor", sentence: "That is no cursor of ours." }],
  });
}

/** This month of UTC and the one before. */
function lastMonths(now: number): readonly string[] {
  const date = new Date(now);
  const before = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, 1));
  return [date, before].map((one) => one.toISOString().slice(0, 7));
}
