import type { z } from "zod";
import type { Load } from "../../call/imagined.ts";
import type { Passage } from "../../call/passage.ts";
import { figuresOf } from "../../call/preview-figures.ts";
import { lintsOf } from "../../call/preview-lints.ts";
import { preview } from "../../call/preview.ts";
import type { Interlude, Track } from "../../hold/music.ts";
import { instantAt } from "../../routing/day.ts";
import { localDate } from "../../routing/hours.ts";
import { localeOf, sentence } from "../../routing/prompts.ts";
import type { Instant, Routing } from "../../routing/routing.ts";
import { waysIn, type Way } from "../../routing/ways.ts";
import { readSource, type Known } from "../../work/editions.ts";
import type { RoutingDesk } from "../../work/routing-desk.ts";
import { Problem } from "../problem.ts";
import { operation, type Operation } from "./operation.ts";
import { Imagine, Imagining, OfRouting, Waits } from "./preview-schemas.ts";

export type PreviewOptions = {
  readonly desk: RoutingDesk;
  readonly known: () => Known;
  readonly music: () => { readonly tracks: readonly Track[]; readonly interludes: readonly Interlude[] };
  /** Where a stretch of a track is heard. */
  readonly soundUrl: (track: string, from: number, to: number) => string;
  /** Where a recorded prompt is heard. */
  readonly recordedUrl: (file: string) => string;
  readonly now: () => Instant;
};

const mostBytes = 1024 * 1024;
const tag = "Routing";

/** What a caller would hear in a wait, before one does, and which waits there are to imagine. */
export function previewOperations(options: PreviewOptions): readonly Operation[] {
  return [
    operation({
      id: "previewWait",
      method: "post",
      path: "/api/routing/preview",
      tag,
      summary: "What a caller hears who waits under a load, second by second, by the very rules that callers wait by.",
      needs: "viewer",
      asks: true,
      body: Imagine,
      mostBytes,
      endings: { 200: { says: "The wait, its figures, and what callers will mind in it.", body: Imagining } },
      answer: async ({ body }) => ({ body: await imagined(body, options) }),
    }),
    operation({
      id: "listWaits",
      method: "get",
      path: "/api/routing/waits",
      tag,
      summary: "Which waits there are to imagine: queues, the ways into them, and languages.",
      needs: "viewer",
      query: OfRouting,
      endings: { 200: { says: "All of them.", body: Waits } },
      answer: async ({ query }) => ({ body: waitsOf(await readRouting(query, options)) }),
    }),
  ];
}

type Read = { readonly of: z.infer<typeof Imagining>["of"]; readonly routing: Routing };

async function readRouting(
  { source, of }: Pick<z.infer<typeof Imagine>, "source" | "of">,
  { desk, known }: PreviewOptions,
): Promise<Read> {
  const draft = source === undefined && of !== "in-force" ? (await desk.drafts.read())?.source : undefined;
  if (of === "draft" && draft === undefined) throw new Problem(404, "There is no draft. Hear what is in force.");
  const read = readSource(source ?? draft ?? desk.inForce().source, known());
  if ("faults" in read)
    throw new Problem(422, "It does not hold. Mend what is named in errors.", { errors: read.faults });
  return { routing: read.routing, of: source === undefined ? (draft === undefined ? "in-force" : "draft") : "given" };
}

function waitsOf({ of, routing }: Read): z.infer<typeof Waits> {
  const { business, lines, queues } = routing;
  return {
    of: of === "draft" ? of : "in-force",
    zone: business.zone,
    language: business.language,
    languages: Object.keys(business.languages),
    lines: lines.map(({ number, name }) => ({ number, name })),
    queues: Object.entries(queues).map(([id, { kind, name }]) => ({
      id,
      kind,
      name: sentence(routing, business.language, name).text,
    })),
    ways: waysIn(routing).map((way) => ({ ...way, keys: [...way.keys] })),
  };
}

async function imagined(asked: z.infer<typeof Imagine>, options: PreviewOptions): Promise<z.infer<typeof Imagining>> {
  const { of, routing } = await readRouting(asked, options);
  const way = asked.way && wayOf(asked.way, asked.queue, routing);
  const language = asked.language ?? way?.language ?? routing.business.language;
  refuse(asked, language, way, routing);
  const { tracks, interludes } = options.music();
  const at = beginning(asked, routing, options.now());
  const wait = {
    queue: asked.queue,
    ...(way ? { way } : {}),
    language,
    at,
    seconds: asked.minutes * 60,
    load: asked.load satisfies Load,
    keys: asked.keys,
    tracks: Object.fromEntries(tracks.map((track) => [track.id, track])),
    interludes,
  };
  const heard = preview(wait, routing);
  const figures = figuresOf(heard);
  const { passages, seconds, answered, left } = heard;
  return {
    of,
    begins: new Date(at).toISOString(),
    language,
    locale: localeOf(routing, language),
    seconds,
    passages: passages.map((one) => withUrl(one, options)),
    ...(answered === undefined ? {} : { answered }),
    ...(left ? { left } : {}),
    shareOfTalk: figures.shareOfTalk,
    figures,
    lints: [...lintsOf(heard, { queue: asked.queue, language, at }, routing)],
  };
}

function wayOf(asked: NonNullable<z.infer<typeof Imagine>["way"]>, queue: string, routing: Routing): Way | undefined {
  return waysIn(routing).find(
    (way) => way.queue === queue && way.line === asked.line && way.keys.join() === asked.keys.join(),
  );
}

/** Throws a Problem that names every field that does not hold. */
function refuse(asked: z.infer<typeof Imagine>, language: string, way: Way | undefined, routing: Routing): void {
  const { queues, business } = routing;
  const fields = [
    [Object.hasOwn(queues, asked.queue), "queue", "There is no such queue."],
    [Object.hasOwn(business.languages, language), "language", "The business does not speak it."],
    [asked.way === undefined || way !== undefined, "way", "Nobody comes into this queue on that way."],
  ] as const;
  const errors = fields.flatMap(([holds, path, words]) => (holds ? [] : [{ path, sentence: words }]));
  if (errors.length > 0) throw new Problem(422, "Mend what is named in errors.", { errors });
}

/** When the wait begins. A time without a day is today's, a day without a time begins as late in it as it is now. */
function beginning({ at, clock }: z.infer<typeof Imagine>, { business }: Routing, now: Instant): Instant {
  if (!clock) return at ?? now;
  const { day = localDate(business.zone, now), time } = clock;
  if (time !== undefined) return instantAt(business.zone, day, time);
  const sinceMidnight = now - instantAt(business.zone, localDate(business.zone, now), "00:00");
  return instantAt(business.zone, day, "00:00") + sinceMidnight;
}

function withUrl(passage: Passage, { soundUrl, recordedUrl }: PreviewOptions) {
  if ("from" in passage) return { ...passage, url: soundUrl(passage.what, passage.from, passage.to) };
  if (!("text" in passage)) return passage;
  const { keys, file, ...rest } = passage;
  return {
    ...rest,
    ...(keys ? { keys: [...keys] } : {}),
    ...(file === undefined ? {} : { url: recordedUrl(file) }),
  };
}
