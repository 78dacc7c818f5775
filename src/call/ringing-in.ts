import type { Instant, MenuId, PromptId, QueueId } from "../routing/routing.ts";
import type { AtNotice } from "./call.ts";
import type { Offer } from "./offering.ts";

/**
 * Asked about a return call where there is no place in a line; `notice` or `menu` is where the caller came from, and goes
 * back to. Unset: asked about the time of one that is owed, and goes on to where the line opens. `since`: when a place was
 * asked for in a menu: it is kept as if the line had been joined then.
 */
export type Offering = {
  readonly at: "offer";
  readonly offer: Offer;
  readonly notice?: Omit<AtNotice, "at">;
  readonly menu?: MenuId;
  readonly since?: Instant;
};
/** A return call is owed to the caller, with this receipt. `cancel`: to be confirmed. */
export type AtOwed = { readonly at: "owed"; readonly code: string; readonly asks: "what" | "cancel" };
/** Asked for a receipt; `menu` is where that began. */
export type AtReceipt = { readonly at: "receipt"; readonly menu: MenuId };
/** A place in line that was lost with the call, and when. */
export type KeptPlace = {
  readonly queue: QueueId;
  readonly joinedAt: Instant;
  readonly at: Instant;
  readonly about?: PromptId;
  readonly segment?: string;
};
/** Asked whether the old place is wanted back. */
export type AtDropped = { readonly at: "dropped"; readonly place: KeptPlace };
