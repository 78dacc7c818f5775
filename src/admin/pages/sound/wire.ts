import { queryOptions } from "@tanstack/react-query";
import { ApiProblem, ask } from "../../api.ts";
import { readThere, saveDraft, type Draft } from "../routing/wire.ts";

/** A track as the API lists it. Loudness in LUFS, true peak in dBTP, shares from 0 to 1. */
export type Track = {
  readonly id: string;
  readonly title: string;
  readonly kind: "instrumental" | "bed" | "ident" | "announcement";
  readonly from: "holdfast" | "upload";
  readonly url: string;
  readonly seconds: number;
  readonly loudness: number;
  readonly truePeak: number;
  readonly bandShare: number;
  readonly speechShare: number;
  readonly queues: readonly string[];
  readonly draftQueues?: readonly string[];
};

/** How an upload stands, as the API tells it. */
export type Upload = {
  readonly id: string;
  readonly title: string;
  readonly state: "receiving" | "decoding" | "measuring" | "refused" | "needs-acceptance" | "stored";
  readonly progress: number;
  readonly refusal?: string;
  readonly warnings?: readonly string[];
};

const root = "/api/audio";

/** Every track that queues can name. */
export async function readTracks(): Promise<readonly Track[]> {
  return ((await ask("GET", `${root}/tracks`)) as { readonly tracks: readonly Track[] }).tracks;
}

/** The loudest moment in each of equal parts of a track, in hundredths. */
export async function readWaveform(id: string): Promise<readonly number[]> {
  const path = `${root}/tracks/${encodeURIComponent(id)}/waveform`;
  return ((await ask("GET", path)) as { readonly peaks: readonly number[] }).peaks;
}

/** Removes an uploaded track. Throws ApiProblem, with the queues that would miss it. */
export async function removeTrack(id: string): Promise<void> {
  await ask("DELETE", `${root}/tracks/${encodeURIComponent(id)}`);
}

/** A recorded prompt: its file, and the paths of the prompts that play it. */
export type Recorded = {
  readonly file: string;
  readonly url: string;
  readonly from: "folder" | "upload";
  readonly prompts: readonly string[];
  readonly draftPrompts?: readonly string[];
};

/** Every recorded prompt that there is a file of. */
export const recordingsQuery = queryOptions({ queryKey: ["recordings"], queryFn: readRecordings });

async function readRecordings(): Promise<readonly Recorded[]> {
  return ((await ask("GET", `${root}/recordings`)) as { readonly recordings: readonly Recorded[] }).recordings;
}

/** A recording that was just taken in, and what to listen for in it. */
export type TakenIn = Pick<Recorded, "file" | "url"> & {
  readonly seconds: number;
  readonly warnings: readonly string[];
};

/** Takes the recording of a prompt in. Throws ApiProblem, in words, where it is none. */
export async function uploadRecording(file: File): Promise<TakenIn> {
  const answer = await fetch(`${root}/recordings`, {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/octet-stream", "X-File-Name": encodeURIComponent(file.name) },
    body: file,
  });
  const read = (await answer.json().catch(() => ({}))) as TakenIn & { readonly detail?: string };
  if (!answer.ok) throw new ApiProblem(answer.status, read.detail ?? `${answer.status} ${answer.statusText}`);
  return read;
}

/** Removes an uploaded recording. Throws ApiProblem, with the prompts that would miss it. */
export async function removeRecording(file: string): Promise<void> {
  await ask("DELETE", `${root}/recordings/${encodeURIComponent(file)}`);
}

/** What was uploaded since the server's start. */
export async function readUploads(): Promise<readonly Upload[]> {
  return ((await ask("GET", `${root}/uploads`)) as { readonly uploads: readonly Upload[] }).uploads;
}

/** Accepts what was warned of. Throws ApiProblem. */
export async function acceptUpload(id: string): Promise<Upload> {
  return (await ask("POST", `${root}/uploads/${encodeURIComponent(id)}/acceptance`)) as Upload;
}

/** Withdraws an upload; one that is gone already is no fault. */
export async function withdrawUpload(id: string): Promise<void> {
  await ask("DELETE", `${root}/uploads/${encodeURIComponent(id)}`).catch((error: unknown) => {
    if (!(error instanceof ApiProblem && error.status === 404)) throw error;
  });
}

/** Where an upload that needs acceptance is heard. */
export const uploadSound = (id: string) => `${root}/uploads/${encodeURIComponent(id)}/sound`;

/** The queues that there are in the draft, or in force where there is none, by id. */
export async function readQueues(): Promise<readonly string[]> {
  const { inForce, draft } = await readThere();
  return Object.keys(queuesIn(draft?.draft.source ?? inForce.source));
}

type Queues = Record<string, { music?: string[] }>;
const queuesIn = (source: unknown) => (source as { readonly queues: Queues }).queues;

/**
 * Lets a queue play a track, before its others, from the next publishing on, or no longer: a change of the shared draft, made again where somebody else
 * has just changed it. Throws an Error where the queue would be left without music.
 */
export async function playIn(queue: string, track: string, plays: boolean, tries = 3): Promise<Draft> {
  const { inForce, draft } = await readThere();
  const source = structuredClone(draft?.draft.source ?? inForce.source);
  const here = queuesIn(source)[queue];
  if (!here) throw new Error(`There is no queue ${queue} in the draft any more.`);
  const others = (here.music ?? []).filter((id) => id !== track);
  here.music = plays ? [track, ...others] : others;
  if (here.music.length === 0) throw new Error(`${queue} plays nothing else: give it another track first.`);
  try {
    return (await saveDraft(source, draft?.tag ?? null)).draft;
  } catch (error) {
    if (tries > 1 && error instanceof ApiProblem && error.status === 412) return playIn(queue, track, plays, tries - 1);
    throw error;
  }
}
