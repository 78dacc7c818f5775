import { z } from "zod";
import type { ManifestEntry } from "../audio/manifest.ts";
import { operation, type Operation } from "./api/operation.ts";
import { musicUrl, paths } from "./paths.ts";
import { Problem } from "./problem.ts";
import type { UploadedMusic } from "./uploaded-music.ts";

export type TrackApiOptions = Pick<UploadedMusic, "entries" | "retire"> & {
  /** What Holdfast comes with. */
  readonly shipped: readonly ManifestEntry[];
  /** The queues that name a track, in the routing in force. */
  readonly playedIn: (track: string) => readonly string[];
  /** Those that name it in the draft; undefined where there is none. */
  readonly draftedIn: () => Promise<((track: string) => readonly string[]) | undefined>;
  /** The loudest moment in each of equal parts of a track, in hundredths; undefined where there is no such track. */
  readonly waveform: (track: string) => readonly number[] | undefined;
};

const tag = "Music";
const params = z.object({ id: z.string().max(200) });
const queues = z.array(z.string());
const Tracks = z.object({
  tracks: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      kind: z.enum(["instrumental", "bed", "ident", "announcement"]),
      from: z.enum(["holdfast", "upload"]),
      url: z.string(),
      seconds: z.number(),
      loudness: z.number().meta({ description: "LUFS" }),
      truePeak: z.number().meta({ description: "dBTP" }),
      bandShare: z.number().meta({ description: "share of its power in 300 to 3400 Hz" }),
      speechShare: z.number(),
      queues: queues.meta({ description: "those that play it, in the routing in force" }),
      draftQueues: queues.optional().meta({ description: "those that play it in the draft, where there is one" }),
    }),
  ),
});
const Waveform = z.object({
  peaks: z.array(z.int().min(0).max(100)).meta({ description: "of equal parts, the loudest moment in hundredths" }),
});

/** The admin's API for what queues can name: every track, how it looks, and taking an uploaded one away. */
export function trackOperations(options: TrackApiOptions): readonly Operation[] {
  return [
    operation({
      id: "listTracks",
      method: "get",
      path: paths.audioTracks,
      tag,
      summary: "Every track that queues can name, with its figures and the queues that do.",
      needs: "viewer",
      endings: { 200: { says: "All of them.", body: Tracks } },
      answer: async () => ({ body: { tracks: await listed(options) } }),
    }),
    operation({
      id: "readWaveform",
      method: "get",
      path: paths.audioWaveform,
      tag,
      summary: "How a track looks: the loudest moment in each of equal parts of it.",
      needs: "viewer",
      params,
      endings: { 200: { says: "The waveform.", body: Waveform } },
      answer({ params: { id } }) {
        const peaks = options.waveform(id);
        if (!peaks) throw new Problem(404, noTrack);
        return { body: { peaks } };
      },
    }),
    operation({
      id: "removeTrack",
      method: "delete",
      path: paths.audioTrack,
      tag,
      summary: "Removes an uploaded track that no queue names, neither in force nor in the draft.",
      needs: "admin",
      params,
      endings: { 204: { says: "Removed." } },
      async answer({ params: { id } }) {
        await remove(id, options);
        return { status: 204 };
      },
    }),
  ];
}

const noTrack = "There is no such track (any more). Look at the tracks again.";

async function listed({ shipped, entries, playedIn, draftedIn }: TrackApiOptions): Promise<readonly object[]> {
  const drafted = await draftedIn();
  const used = (id: string) => ({ queues: playedIn(id), ...(drafted ? { draftQueues: drafted(id) } : {}) });
  return [
    ...shipped.map((entry) => ({ ...entry, from: "holdfast", url: musicUrl(entry.sha256), ...used(entry.id) })),
    ...entries().map((entry) => ({ ...entry, from: "upload", url: musicUrl(entry.sha256), ...used(entry.id) })),
  ];
}

/** Retires an uploaded track that no queue names. */
async function remove(id: string, { shipped, playedIn, draftedIn, retire }: TrackApiOptions): Promise<void> {
  if (shipped.some((entry) => entry.id === id)) throw new Problem(409, "It comes with Holdfast and stays there.");
  const named = (queues: readonly string[]) => `${queues.length > 1 ? "The queues" : "The queue"} ${queues.join(", ")}`;
  const queues = playedIn(id);
  if (queues.length > 0)
    throw new Problem(409, `${named(queues)} would miss it. Take ${id} out of the music there, then remove it.`);
  const drafted = (await draftedIn())?.(id) ?? [];
  if (drafted.length > 0)
    throw new Problem(
      409,
      `${named(drafted)} would miss it in the draft. Take ${id} out of the music there, then remove it.`,
    );
  if (!(await retire(id))) throw new Problem(404, noTrack);
}
