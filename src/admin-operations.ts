import type { Logger } from "pino";
import type { Names } from "./audio/entry.ts";
import { readPrompt } from "./audio/read.ts";
import type { InForce } from "./in-force.ts";
import { LooseRouting } from "./routing/check/loose.ts";
import type { Routing } from "./routing/routing.ts";
import type { Store } from "./store/store.ts";
import { emergencyOperations } from "./web/api/emergency.ts";
import { forgottenNumberOperations } from "./web/api/forgotten-numbers.ts";
import { limitOperations } from "./web/api/limits.ts";
import { liveOperations } from "./web/api/live.ts";
import type { Operation } from "./web/api/operation.ts";
import { retentionOperations } from "./web/api/retention.ts";
import { previewOperations, type PreviewOptions } from "./web/api/routing-preview.ts";
import { routingOperations } from "./web/api/routing.ts";
import { stormOperations } from "./web/api/storm.ts";
import { audioOperations } from "./web/audio-api.ts";
import type { AudioShelf } from "./web/audio.ts";
import { musicUrl } from "./web/paths.ts";
import { recordingOperations } from "./web/recording-api.ts";
import type { Recorded } from "./web/recorded.ts";
import { resolutionReportOperation } from "./web/resolution-report.ts";
import type { UploadedMusic } from "./web/uploaded-music.ts";
import type { Clock } from "./work/clock.ts";
import type { Feed } from "./work/feed.ts";
import { floorOf } from "./work/floor.ts";
import type { RoutingDesk } from "./work/routing-desk.ts";

/** What the admin's API stands on, whatever routing is in force. */
export type AdminGround = {
  readonly store: Store;
  readonly clock: Clock;
  readonly desk: RoutingDesk;
  readonly feed: Feed;
  readonly inForce: () => Pick<InForce, "routing" | "office">;
  readonly shelf: AudioShelf;
  readonly recorded: Recorded;
  readonly log: Logger;
  readonly music: UploadedMusic;
  readonly known: PreviewOptions["known"];
};

const recordedUrl = (file: string) => `/audio/recorded/${encodeURIComponent(file)}`;

/** What can be asked over the API whatever routing is in force. */
export function lastingOperations(ground: AdminGround): readonly Operation[] {
  const { clock, desk, feed, inForce, shelf, known } = ground;
  const office = () => inForce().office;
  const routing = () => inForce().routing;
  const now = () => clock.now();
  const soundUrl = (track: string, from: number, to: number) => musicUrl(shelf.hashOf(track), from, to);
  return [
    ...routingOperations({ desk }),
    ...previewOperations({ desk, known, music: () => shelf, soundUrl, recordedUrl, now }),
    ...stormOperations({ storm: () => office().storm, routing }),
    ...emergencyOperations({ office, routing, now }),
    ...limitOperations({ guard: () => office().guard, routing }),
    ...retentionOperations(() => office().retention),
    ...forgottenNumberOperations(office),
    ...liveOperations({
      feed,
      floor: (sees) => floorOf(office(), routing(), now(), sees),
      clock,
      zone: () => routing().business.zone,
    }),
  ];
}

/** What can be asked over the API and is answered by one routing, until another is in force. */
export function operationsBy(routing: Routing, ground: AdminGround): readonly Operation[] {
  const { store, clock, desk, shelf, recorded, music, log } = ground;
  const drafted = async () => {
    const draft = await desk.drafts.read();
    return draft && LooseRouting.parse(draft.source);
  };
  return [
    resolutionReportOperation({ store, routing, now: () => clock.now() }),
    ...audioOperations({
      ...music,
      shipped: shelf.shipped,
      waveform: shelf.waveform,
      playedIn: (track) => queuesWith(track, routing),
      async draftedIn() {
        const draft = await drafted();
        return draft && ((track: string) => queuesWith(track, draft));
      },
    }),
    ...recordingOperations({
      recorded,
      read: (bytes, names) => readSpokenFile(bytes, names, log),
      failed: (cause) => log.error({ err: cause }, "a recording could not be stored"),
      prompts: () => routing.prompts,
      draftPrompts: async () => (await drafted())?.prompts,
      comingPrompts: async () => (await desk.scheduled()).map(({ source }) => LooseRouting.parse(source).prompts),
      recordedUrl,
    }),
  ];
}

type Playing = { readonly queues: Readonly<Record<string, { readonly music: readonly (string | undefined)[] }>> };

function queuesWith(track: string, { queues }: Playing): readonly string[] {
  return Object.keys(queues).filter((id) => queues[id]?.music.includes(track));
}

/** A prompt of a sound file, read in a process of its own. */
function readSpokenFile(bytes: Uint8Array, names: Names, log: Logger) {
  return readPrompt(bytes, names, {
    progress: () => undefined,
    signal: new AbortController().signal,
    died: (cause) => log.error({ err: cause }, "a process that read a recording has died"),
    patience: 60_000,
  });
}
