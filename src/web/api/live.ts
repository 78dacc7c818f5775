import type { Response } from "express";
import { z } from "zod";
import type { Clock } from "../../work/clock.ts";
import type { Entry, Feed } from "../../work/feed.ts";
import type { Floor } from "../../work/floor.ts";
import { seenBy, type Sees } from "../own-callbacks.ts";
import { beginEvents } from "../event-stream.ts";
import { Problem } from "../problem.ts";
import { operation, type Operation } from "./operation.ts";

type Options = {
  readonly feed: Feed;
  readonly floor: (sees: Sees) => Floor;
  readonly clock: Clock;
  /** Where the business is, by the name of its time zone. */
  readonly zone: () => string;
};

const time = z.iso.datetime({ offset: true });
const count = z.int().min(0);
/** The floor as the API shows it. */
export const FloorBody = z.strictObject({
  at: time,
  pace: z
    .number()
    .positive()
    .meta({ description: "how many times as fast time goes here as on the wall: in a demo alone not 1" }),
  zone: z.string().meta({ description: "the time zone of the business" }),
  queues: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(["support", "sales"]),
      open: z.boolean(),
      waiting: count.meta({ description: "callers" }),
      waitingSince: time.optional().meta({ description: "since when the caller waits who waits longest" }),
      due: count.meta({ description: "return calls that are due and stand in line with the callers" }),
      signedIn: count.meta({ description: "reps who may be rung for it, sooner or later" }),
    }),
  ),
  reps: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      doing: z.enum(["ringing", "talking", "wrap-up", "parting", "free", "break", "away", "out"]),
      since: time.optional(),
    }),
  ),
  owed: z.strictObject({
    open: count.meta({ description: "return calls that are owed" }),
    late: count.meta({ description: "those of them whose time has passed" }),
    nextBy: time.optional().meta({ description: "the time that comes next, of all that were said" }),
  }),
});

/** Whoever looks on comes anew after so long, and is let in anew, in milliseconds. */
const longest = 15 * 60_000;
/** The floor is told at most so often, in milliseconds. */
const floorEvery = 1_000;
/** Pages that look on at once. */
const most = 200;

/** How everything stands, and what changes as it does. */
export function liveOperations({ feed, floor, clock, zone }: Options): readonly Operation[] {
  let following = 0;
  return [
    operation({
      id: "readFloor",
      method: "get",
      path: "/api/floor",
      tag: "Live",
      summary: "How the lines, the reps and the return calls stand now; a rep’s own ones, for a rep.",
      needs: "viewer",
      endings: { 200: { says: "The floor.", body: FloorBody } },
      answer: ({ who }) => ({ body: shown(seenBy(who)) }),
    }),
    operation({
      id: "followChanges",
      method: "get",
      path: "/api/events",
      tag: "Live",
      summary:
        "Changes as they happen. `floor`: how everything stands, at most once a second. `change`: the draft, an edition, a return call or a switch is not as it was. `missed`: more has changed than is remembered; read anew what you show.",
      needs: "viewer",
      endings: {
        200: {
          says: "Events. With `Last-Event-ID` those come first that happened since.",
          type: "text/event-stream",
          body: z.string(),
        },
        503: { says: "Too many look on already." },
      },
      send({ request, who }, response) {
        if (following >= most) throw new Problem(503, "Too many pages look on already. Close some, then try again.");
        following++;
        response.on("close", () => following--);
        follow(response, request.get("last-event-id"), seenBy(who));
      },
    }),
  ];

  function shown(sees: Sees): z.infer<typeof FloorBody> {
    return { ...floorView(floor(sees)), pace: clock.pace?.() ?? 1, zone: zone() };
  }

  function follow(response: Response, seenLast: string | undefined, sees: Sees): void {
    beginEvents(response, leave);
    const missed = seenLast === undefined ? [] : feed.since(seenLast);
    response.write("retry: 2000\n\n");
    if (missed === undefined) response.write(`event: missed\nid: ${feed.last()}\ndata: {}\n\n`);
    else if (seenLast === undefined) response.write(`event: begun\nid: ${feed.last()}\ndata: {}\n\n`);
    for (const entry of missed ?? []) tell(entry);
    tellFloor();

    let due: (() => void) | undefined;
    const stops = [
      feed.follow(tell),
      feed.onFloor(() => {
        due ??= clock.after(floorEvery, () => {
          due = undefined;
          tellFloor();
        });
      }),
    ];
    const over = setTimeout(() => response.end(), longest);

    function leave(): void {
      clearTimeout(over);
      due?.();
      for (const stop of stops) stop();
    }
    function tell({ id, change, of }: Entry): void {
      if (of && !sees(of)) return;
      response.write(`event: change\nid: ${id}\ndata: ${JSON.stringify(change)}\n\n`);
    }
    function tellFloor(): void {
      response.write(`event: floor\ndata: ${JSON.stringify(shown(sees))}\n\n`);
    }
  }
}

const iso = (at: number) => new Date(at).toISOString();

function floorView({
  at,
  queues,
  reps,
  owed: { nextBy, ...owed },
}: Floor): Omit<z.infer<typeof FloorBody>, "pace" | "zone"> {
  return {
    at: iso(at),
    queues: queues.map(({ waitingSince, ...queue }) => ({
      ...queue,
      ...(waitingSince === undefined ? {} : { waitingSince: iso(waitingSince) }),
    })),
    reps: reps.map(({ since, ...rep }) => ({ ...rep, ...(since === undefined ? {} : { since: iso(since) }) })),
    owed: { ...owed, ...(nextBy === undefined ? {} : { nextBy: iso(nextBy) }) },
  };
}
