import type { z } from "zod";
import { preview, type Passage } from "../../call/preview.ts";
import type { Interlude, Track } from "../../hold/music.ts";
import type { Instant } from "../../routing/routing.ts";
import { readSource, type Known } from "../../work/editions.ts";
import type { RoutingDesk } from "../../work/routing-desk.ts";
import { Problem } from "../problem.ts";
import { operation, type Operation } from "./operation.ts";
import { Imagine, Imagining } from "./routing-schemas.ts";

export type PreviewOptions = {
  readonly desk: RoutingDesk;
  readonly known: () => Known;
  readonly music: () => { readonly tracks: readonly Track[]; readonly interludes: readonly Interlude[] };
  /** Where a stretch of a track is heard. */
  readonly soundUrl: (track: string, from: number, to: number) => string;
  readonly now: () => Instant;
};

const mostBytes = 1024 * 1024;

/** What a caller would hear in a wait, before one does. */
export function previewOperation(options: PreviewOptions): Operation {
  return operation({
    id: "previewWait",
    method: "post",
    path: "/api/routing/preview",
    tag: "Routing",
    summary: "What a caller hears who waits under a load, second by second, by the very rules that callers wait by.",
    needs: "viewer",
    asks: true,
    body: Imagine,
    mostBytes,
    endings: { 200: { says: "The wait.", body: Imagining } },
    answer: async ({ body }) => ({ body: await imagined(body, options) }),
  });
}

async function imagined(asked: z.infer<typeof Imagine>, options: PreviewOptions): Promise<z.infer<typeof Imagining>> {
  const { desk, known, music, now } = options;
  const source = asked.source ?? (await desk.drafts.read())?.source ?? desk.inForce().source;
  const read = readSource(source, known());
  if ("faults" in read)
    throw new Problem(422, "It does not hold. Mend what is named in errors.", { errors: read.faults });
  const { routing } = read;
  const language = asked.language ?? routing.business.language;
  const errors = [
    ...(Object.hasOwn(routing.queues, asked.queue) ? [] : [{ path: "queue", sentence: "There is no such queue." }]),
    ...(Object.hasOwn(routing.business.languages, language)
      ? []
      : [{ path: "language", sentence: "The business does not speak it." }]),
  ];
  if (errors.length > 0) throw new Problem(422, "Mend what is named in errors.", { errors });
  const { tracks, interludes } = music();
  const seconds = asked.minutes * 60;
  const { passages, left } = preview(
    {
      queue: asked.queue,
      language,
      at: asked.at ?? now(),
      seconds,
      load: asked.load,
      keys: asked.keys,
      tracks: Object.fromEntries(tracks.map((track) => [track.id, track])),
      interludes,
    },
    routing,
  );
  const waited = left?.at ?? seconds;
  return {
    passages: passages.map((one) => withUrl(one, options)),
    ...(left ? { left } : {}),
    shareOfTalk: waited > 0 ? talkOf(passages) / waited : 0,
  };
}

function talkOf(passages: readonly Passage[]): number {
  return passages.reduce((sum, one) => sum + ("text" in one ? one.seconds : 0), 0);
}

function withUrl(passage: Passage, { soundUrl }: PreviewOptions) {
  return "from" in passage ? { ...passage, url: soundUrl(passage.what, passage.from, passage.to) } : passage;
}
