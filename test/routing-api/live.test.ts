import { expect, onTestFinished, test } from "vitest";
import { adminToken } from "../support/admin-token.ts";
import { asksFor, takesCall } from "../support/usual.ts";
import { openAdmin, sayingWelcomeTo, type Admin } from "./admin.ts";

type Event = { readonly event: string; readonly id: string | undefined; readonly data: unknown };
type Floor = {
  readonly queues: readonly { readonly id: string; readonly waiting: number; readonly waitingSince?: string }[];
  readonly reps: readonly { readonly id: string; readonly doing: string }[];
  readonly owed: { readonly open: number };
};

/** Looks on; `next` waits for the next event that fits. */
async function looksOn({ office }: Admin, lastId?: string) {
  const { publicUrl } = await office.app();
  const leaving = new AbortController();
  const { body, status } = await fetch(`${publicUrl}/api/events`, {
    signal: leaving.signal,
    headers: { Authorization: `Bearer ${adminToken}`, ...(lastId === undefined ? {} : { "Last-Event-ID": lastId }) },
  });
  onTestFinished(() => leaving.abort());
  const events = eventsIn(body ?? new ReadableStream());
  return {
    status,
    leave: () => leaving.abort(),
    async next(fits: (event: Event) => boolean): Promise<Event> {
      for (;;) {
        const { value, done } = await events.next();
        if (done) throw new Error("the events have ended");
        if (fits(value)) return value;
      }
    },
  };
}

async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<Event, undefined> {
  let text = "";
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + chunk).split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
      const event = field("event");
      if (event !== undefined) yield { event, id: field("id"), data: JSON.parse(field("data") ?? "null") };
    }
  }
}

const isFloor = (fits: (floor: Floor) => boolean) => (event: Event) =>
  event.event === "floor" && fits(event.data as Floor);
const support = ({ queues }: Floor) => queues.find(({ id }) => id === "support");
const isChange = ({ event }: Event) => event === "change";

test("whoever looks on sees callers come into line, and a rep take them", async () => {
  const admin = await openAdmin();
  const { office } = admin;
  const page = await looksOn(admin);
  expect((await page.next(isFloor(() => true))).data).toMatchObject({
    queues: expect.arrayContaining([expect.objectContaining({ id: "support", open: true, waiting: 0, signedIn: 1 })]),
    reps: expect.arrayContaining([
      expect.objectContaining({ id: "ben", doing: "free" }),
      expect.objectContaining({ id: "ana", doing: "out" }),
    ]),
    owed: { open: 0, late: 0 },
  });
  const { caller, rep, pass } = office;
  await asksFor(caller, "support").hears(/next in line/);
  await pass({ seconds: 2 });
  const waiting = (await page.next(isFloor((floor) => support(floor)?.waiting === 1))).data as Floor;
  expect(Date.parse(support(waiting)?.waitingSince ?? "")).toBeGreaterThan(0);
  await takesCall(rep("Ben"));
  await pass({ seconds: 2 });
  const talking = (await page.next(isFloor(({ reps }) => reps.some(({ doing }) => doing === "talking")))).data as Floor;
  expect(support(talking)).toMatchObject({ waiting: 0 });
});

test("a change to the draft, an edition and a switch is told as it happens, and again to whoever was away", async () => {
  const admin = await openAdmin();
  const page = await looksOn(admin);
  const { id: begun } = await page.next(({ event }) => event === "begun");
  await admin.publishes(sayingWelcomeTo("Kettle and Sons"));
  await admin.put("/storm", { words: { en: "A storm." } });
  const told: Event[] = [];
  while (told.length < 5 && (told.at(-1)?.data as { about?: string } | undefined)?.about !== "switches")
    told.push(await page.next(isChange));
  expect(new Set(told.map(({ data }) => (data as { about: string }).about))).toEqual(
    new Set(["draft", "edition", "switches"]),
  );
  page.leave();

  const back = await looksOn(admin, begun);
  for (const one of told) expect(await back.next(isChange)).toEqual(one);
  const stranger = await looksOn(admin, "another-7");
  expect((await stranger.next(() => true)).event).toBe("missed");
});
