import { z } from "zod";
import type { Names } from "../audio/entry.ts";
import { formats } from "../audio/format.ts";
import type { SpokenEnding } from "../audio/reading.ts";
import { operation, type Operation } from "./api/operation.ts";
import { paths } from "./paths.ts";
import { Problem } from "./problem.ts";
import type { Recorded } from "./recorded.ts";
import { isSound, uploadBody } from "./upload-body.ts";
import { uploadNames } from "./upload-names.ts";

/** Prompts by language and id, as a routing has them or a draft may. */
export type Prompts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export type RecordingApiOptions = {
  readonly recorded: Pick<Recorded, "files" | "isUploaded" | "keep" | "retire">;
  /** Makes a prompt of a sound file. */
  readonly read: (bytes: Uint8Array<ArrayBuffer>, names: Names) => Promise<SpokenEnding>;
  /** Told what keeps a recording from the disk. */
  readonly failed: (cause: unknown) => void;
  readonly prompts: () => Prompts;
  /** Of the draft; undefined where there is none. */
  readonly draftPrompts: () => Promise<Prompts | undefined>;
  /** Of every edition that is to come into force. */
  readonly comingPrompts: () => Promise<readonly Prompts[]>;
  readonly recordedUrl: (file: string) => string;
};

const Path = z.array(z.string()).meta({ description: "such as prompts.en.main-menu" });
const Recordings = z.object({
  recordings: z.array(
    z.object({
      file: z.string(),
      url: z.string(),
      from: z.enum(["folder", "upload"]).meta({ description: "laid into the folder of recorded prompts, or uploaded" }),
      prompts: Path,
      draftPrompts: Path.optional().meta({ description: "in the draft, where there is one" }),
    }),
  ),
});

const Taken = z.object({
  file: z.string().meta({ description: "what a prompt names it by" }),
  url: z.string(),
  seconds: z.number(),
  loudness: z.number().meta({ description: "LUFS, as it came; it is played as loud as announcements are" }),
  warnings: z.array(z.string()).meta({ description: "what to listen for before a prompt plays it" }),
});

/** The largest recording that is taken, in bytes: two minutes in studio quality. */
const mostBytes = 40 * 1024 * 1024;
/** As many are read at once; others are asked to wait. */
const mostAtOnce = 2;

/** The admin's API for recorded prompts: the files that there are and which prompts play them, one more, and one less. */
export function recordingOperations(options: RecordingApiOptions): readonly Operation[] {
  return [listing(options), ...changing(options)];
}

function listing({ recorded, recordedUrl, prompts, draftPrompts }: RecordingApiOptions): Operation {
  return operation({
    id: "listRecordings",
    method: "get",
    path: paths.audioRecordings,
    tag: "Music",
    summary: "Every recorded prompt that there is a file of, with the prompts that play it.",
    needs: "viewer",
    endings: { 200: { says: "All of them.", body: Recordings } },
    async answer() {
      const draft = await draftPrompts();
      const listed = recorded
        .files()
        .toSorted()
        .map((file) => ({
          file,
          url: recordedUrl(file),
          from: recorded.isUploaded(file) ? ("upload" as const) : ("folder" as const),
          prompts: promptsPlaying(file, prompts()),
          ...(draft ? { draftPrompts: promptsPlaying(file, draft) } : {}),
        }));
      return { body: { recordings: listed } };
    },
  });
}

function changing(options: RecordingApiOptions): readonly Operation[] {
  let reading = 0;
  return [
    operation({
      id: "uploadRecording",
      method: "post",
      path: paths.audioRecordings,
      tag: "Music",
      summary: "Takes the recording of a prompt in, as the body is. Nothing plays it before a prompt names it.",
      needs: "admin",
      query: z.object({
        title: z.string("write one title").max(1_000, "write a title of up to 100 characters").optional(),
      }),
      endings: { 201: { says: "Kept, as loud as announcements are, without the silence around it.", body: Taken } },
      async answer({ query: { title }, request }) {
        if (!isSound(request))
          throw new Problem(415, `Send ${formats} as it is, with its own Content-Type or application/octet-stream.`);
        if (reading >= mostAtOnce) throw new Problem(429, "Others are being read. Try again in a moment.");
        reading++;
        try {
          const names = uploadNames(title, request.get("X-File-Name"));
          const body = await taken(await bytesOf(request), names, options);
          return { status: 201, body, did: { file: body.file } };
        } finally {
          reading--;
        }
      },
    }),
    operation({
      id: "removeRecording",
      method: "delete",
      path: paths.audioRecording,
      tag: "Music",
      summary: "Removes an uploaded recording that no prompt plays: in force, in the draft, or in what is scheduled.",
      needs: "admin",
      params: z.object({ file: z.string().max(200) }),
      endings: { 204: { says: "Removed. Calls whose routing plays it hear it on." } },
      async answer({ params: { file } }) {
        await remove(file, options);
        return { status: 204 };
      },
    }),
  ];
}

async function bytesOf(request: Parameters<typeof uploadBody>[0]): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await uploadBody(request, (many) => many <= mostBytes);
  const most = mostBytes / 1024 / 1024;
  if (typeof bytes === "string")
    throw new Problem(
      413,
      `The file is larger than ${most} MB. A prompt lasts two minutes at most: cut it.`,
      {},
      { Connection: "close" },
    );
  if (bytes.length === 0) throw new Problem(400, "The file is empty. Choose another.");
  return bytes;
}

async function taken(
  bytes: Uint8Array<ArrayBuffer>,
  names: Names,
  { read, recorded, recordedUrl, failed }: RecordingApiOptions,
): Promise<z.infer<typeof Taken>> {
  const ending = await read(bytes, names);
  if ("refusal" in ending) throw new Problem(422, ending.refusal);
  const { wav, seconds, loudness, warnings } = ending.spoken;
  const file = await recorded.keep(names.title, Buffer.from(wav)).catch((cause: unknown) => {
    failed(cause);
    throw new Problem(503, "The server's disk did not take it. Make room there, then upload it again.");
  });
  return { file, url: recordedUrl(file), seconds, loudness, warnings: [...warnings] };
}

const none = "There is no such recording (any more). Look at the recordings again.";

async function remove(file: string, options: RecordingApiOptions): Promise<void> {
  const { recorded, prompts, draftPrompts, comingPrompts } = options;
  if (!recorded.files().includes(file)) throw new Problem(404, none);
  if (!recorded.isUploaded(file))
    throw new Problem(409, "It lies in the folder of recorded prompts, beside the music. Take it away there.");
  const places: readonly (readonly [string, readonly Prompts[]])[] = [
    ["", [prompts()]],
    [" in the draft", [(await draftPrompts()) ?? {}]],
    [" in what is scheduled", await comingPrompts()],
  ];
  for (const [where, all] of places) {
    const playing = [...new Set(all.flatMap((each) => promptsPlaying(file, each)))];
    if (playing.length > 0)
      throw new Problem(
        409,
        `${playing.join(", ")} would miss it${where}. Let the voice say it there, then remove it.`,
      );
  }
  if (!(await recorded.retire(file))) throw new Problem(404, none);
}

/** The paths of the prompts that play a recorded file. */
export function promptsPlaying(file: string, prompts: Prompts): readonly string[] {
  return Object.entries(prompts).flatMap(([language, all]) =>
    Object.entries(all).flatMap(([id, prompt]) =>
      typeof prompt === "object" && prompt !== null && "file" in prompt && prompt.file === file
        ? [`prompts.${language}.${id}`]
        : [],
    ),
  );
}
