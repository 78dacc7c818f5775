import { z } from "zod";
import { operation, type Operation } from "./api/operation.ts";
import { paths } from "./paths.ts";

/** Prompts by language and id, as a routing has them or a draft may. */
export type Prompts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export type RecordingApiOptions = {
  /** The files in the folder of recorded prompts. */
  readonly recordings: readonly string[];
  readonly prompts: () => Prompts;
  /** Of the draft; undefined where there is none. */
  readonly draftPrompts: () => Promise<Prompts | undefined>;
  readonly recordedUrl: (file: string) => string;
};

const Path = z.array(z.string()).meta({ description: "such as prompts.en.main-menu" });
const Recordings = z.object({
  recordings: z.array(
    z.object({
      file: z.string(),
      url: z.string(),
      prompts: Path,
      draftPrompts: Path.optional().meta({ description: "in the draft, where there is one" }),
    }),
  ),
});

/** The admin's API for recorded prompts: the files that there are, and which prompts play them. */
export function recordingOperations(options: RecordingApiOptions): readonly Operation[] {
  const { recordings, recordedUrl, prompts, draftPrompts } = options;
  return [
    operation({
      id: "listRecordings",
      method: "get",
      path: paths.audioRecordings,
      tag: "Music",
      summary: "Every recorded prompt that there is a file of, with the prompts that play it.",
      needs: "viewer",
      endings: { 200: { says: "All of them.", body: Recordings } },
      async answer() {
        const draft = await draftPrompts();
        const listed = recordings.toSorted().map((file) => ({
          file,
          url: recordedUrl(file),
          prompts: promptsPlaying(file, prompts()),
          ...(draft ? { draftPrompts: promptsPlaying(file, draft) } : {}),
        }));
        return { body: { recordings: listed } };
      },
    }),
  ];
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
