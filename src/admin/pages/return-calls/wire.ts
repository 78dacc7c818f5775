import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { ask, readTagged } from "../../api.ts";

/** A time that was said: a window, or by when. ISO 8601. */
export type Said = { readonly from?: string; readonly by?: string };
export type Kind = "place" | "booked" | "promised";

/** A return call as the API shows it. Times in ISO 8601. */
export type ReturnCall = {
  readonly id: string;
  readonly code: string;
  readonly kind: Kind;
  readonly queue: string;
  readonly language: string;
  readonly number: string;
  readonly line: string;
  readonly rep?: string;
  readonly state: {
    readonly at: "promised" | "due" | "ringing" | "live" | "talking" | "missed" | "closed";
    readonly since?: string;
    readonly again?: string;
    readonly closedAt?: string;
    readonly rep?: string;
  };
  readonly late: boolean;
  readonly owed: Said;
  readonly hindrance?: string;
  readonly heldBack?: string;
  readonly made: { readonly at: string; readonly by: By };
  readonly confirm: boolean;
  readonly note?: { readonly text?: string; readonly seconds?: number };
  readonly news?: { readonly at: string; readonly rep?: string; readonly text: string };
  readonly promises: readonly (Said & {
    readonly givenAt: string;
    readonly chained?: true;
    readonly ended?: {
      readonly how: "kept" | "moved" | "cancelled" | "late" | "broken";
      readonly at: string;
      readonly by?: By;
      readonly cause?: string;
    };
  })[];
  readonly tries: readonly { readonly at: string; readonly came: string; readonly seconds?: number }[];
};
/** Who did something, and how it reached us. */
export type By = {
  readonly who: "caller" | "rep" | "admin" | "house";
  readonly via?: "phone" | "text" | "page";
  readonly rep?: string;
};

/** Which return calls are shown. An empty text: whichever. `month`: those closed in it; empty: those that are owed. */
export type Filter = {
  readonly month: string;
  readonly queue: string;
  readonly kind: string;
  readonly find: string;
  readonly late: boolean;
};

const path = "/api/callbacks";
const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`;

function queryFor({ late, ...texts }: Filter): URLSearchParams {
  const set = Object.entries(texts).filter(([, text]) => text !== "");
  return new URLSearchParams([...set, ...(late ? [["late", "true"]] : [])]);
}

/** Where all that a filter lets through can be had as a sheet. */
export function sheetOf(filter: Filter): string {
  const query = queryFor(filter);
  query.set("format", "csv");
  return `${path}?${query.toString()}`;
}

export const returnCallsKey = ["return-calls"] as const;

type Page = { readonly callbacks: readonly ReturnCall[]; readonly next?: string };

export const returnCallsQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: [...returnCallsKey, "list", filter],
    async queryFn({ pageParam }) {
      const query = queryFor(filter);
      if (pageParam !== "") query.set("cursor", pageParam);
      return (await ask("GET", `${path}?${query.toString()}`)) as Page;
    },
    initialPageParam: "",
    getNextPageParam: ({ next }: Page) => next,
  });

/** One return call, and the tag of the state in which it was read. */
export type Read = { readonly call: ReturnCall; readonly tag: string };

export const returnCallQuery = (id: string) =>
  queryOptions({
    queryKey: [...returnCallsKey, "one", id],
    async queryFn(): Promise<Read> {
      const { body, tag } = await readTagged(pathOf(id));
      return { call: body as ReturnCall, tag };
    },
  });

type Slot = { readonly from: string; readonly by: string };

/** Windows that can be promised to a number. */
export const slotsQuery = (queue: string, number: string) =>
  queryOptions({
    queryKey: ["slots", queue, number],
    async queryFn() {
      const query = new URLSearchParams({ queue, number, most: "20" });
      return ((await ask("GET", `${path}/slots?${query.toString()}`)) as { readonly slots: readonly Slot[] }).slots;
    },
    staleTime: 30_000,
  });

/** What is asked of a new return call. */
export type Wish = {
  readonly number: string;
  readonly queue: string;
  readonly note?: string;
} & (
  | { readonly kind: "place" }
  | { readonly kind: "booked"; readonly from: string }
  | { readonly kind: "promised"; readonly by: string; readonly rep: string }
);

export async function promise(wish: Wish): Promise<ReturnCall> {
  return (await ask("POST", path, wish)) as ReturnCall;
}

export async function move({ call: { id }, tag }: Read, time: Said): Promise<void> {
  await ask("PATCH", pathOf(id), time, { "If-Match": tag });
}

export async function cancel({ call: { id }, tag }: Read): Promise<void> {
  await ask("DELETE", pathOf(id), undefined, { "If-Match": tag });
}

/** What the customer is told of how it stands. */
export async function tellNews({ call: { id } }: Read, text: string): Promise<void> {
  await ask("POST", `${pathOf(id)}/news`, { text });
}
