import { Router, type Request, type RequestHandler, type Response } from "express";
import { z } from "zod";
import { formats } from "../audio/format.ts";
import type { Upload } from "../audio/upload.ts";
import type { Uploads } from "../audio/uploads.ts";
import type { ManifestEntry } from "../audio/manifest.ts";
import { musicUrl, paths } from "./paths.ts";
import { Problem } from "./problem.ts";
import { mostUploadBytes, uploadBody } from "./upload-body.ts";
import { sendEvents } from "./upload-events.ts";
import { uploadNames } from "./upload-names.ts";
import type { UploadedMusic } from "./uploaded-music.ts";

export type AudioApiOptions = UploadedMusic & {
  readonly door: RequestHandler;
  /** What Holdfast comes with. */
  readonly shipped: readonly ManifestEntry[];
  /** The queues that name a track, in the routing in force. */
  readonly playedIn: (track: string) => readonly string[];
};

const Query = z.object({ title: z.string().max(1_000).optional() });

/** The admin's API for music: uploads and how they go on, and every track that queues can name. Behind its own door. */
export function audioApiRouter(options: AudioApiOptions): Router {
  const { door, uploads, shipped, entries } = options;
  const router = Router();
  router.use("/api/audio", door, (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  router.post(paths.audioUploads, (request, response) => receive(request, response, uploads));
  router.get(paths.audioUploads, (_request, response) => void response.json({ uploads: uploads.all() }));
  router.get(paths.audioUpload, (request, response) => void response.json(found(request, uploads)));
  router.get(paths.audioUploadEvents, (request, response) => {
    const upload = found(request, uploads);
    sendEvents(request, response, upload, (changed) => uploads.watch(upload.id, changed));
  });
  router.post(paths.audioUploadAcceptance, async (request, response) => {
    const { id, state } = found(request, uploads);
    if (!(await uploads.accept(id))) {
      throw new Problem(409, `There is nothing to accept: the upload is ${state}. Look at it again.`);
    }
    response.json(found(request, uploads));
  });
  router.delete(paths.audioUpload, (request, response) => {
    uploads.forget(found(request, uploads).id);
    response.status(204).end();
  });
  router.get(paths.audioTracks, (_request, response) => {
    const listed = [
      ...shipped.map((entry) => ({ ...entry, from: "holdfast", url: musicUrl(entry.sha256) })),
      ...entries().map((entry) => ({ ...entry, from: "upload", url: musicUrl(entry.sha256) })),
    ];
    response.json({ tracks: listed });
  });
  router.delete(paths.audioTrack, async (request, response) => {
    await remove(request.params["id"], options);
    response.status(204).end();
  });
  return router;
}

/** Retires an uploaded track that no queue names. */
async function remove(id: string, { shipped, playedIn, retire }: AudioApiOptions): Promise<void> {
  if (shipped.some((entry) => entry.id === id)) throw new Problem(409, "It comes with Holdfast and stays there.");
  const queues = playedIn(id);
  if (queues.length > 0) {
    const named = `${queues.length > 1 ? "The queues" : "The queue"} ${queues.join(", ")}`;
    throw new Problem(409, `${named} would miss it. Take ${id} out of the music there, then remove it.`);
  }
  if (!(await retire(id))) throw new Problem(404, "There is no such track (any more). Look at the tracks again.");
}

function found({ params }: Request, uploads: Uploads): Upload {
  const upload = uploads.get(String(params["id"]));
  if (upload) return upload;
  throw new Problem(404, "There is no such upload (any more). A restart forgets uploads; what was stored is a track.");
}

/** Takes a file in and answers 202 once it is here; what becomes of it is told at the address in Location. */
async function receive(request: Request, response: Response, uploads: Uploads): Promise<void> {
  const query = Query.safeParse(request.query);
  if (!query.success) throw closing(response, 400, "Write one title of up to 100 characters.");
  if (!isSound(request)) {
    throw closing(response, 415, `Send ${formats} as it is, with its own Content-Type or application/octet-stream.`);
  }
  const place = uploads.begin(uploadNames(query.data.title, request.get("X-File-Name")));
  if (!place) throw busy(response);
  const bytes = await uploadBody(request, place.holds);
  if (bytes instanceof Uint8Array && bytes.length > 0) {
    place.received(bytes);
    const upload = uploads.get(place.id);
    if (!upload) throw new Problem(409, "The upload was withdrawn while it came in.");
    const location = `${paths.audioUploads}/${upload.id}`;
    response.status(202).set("Location", location).json(upload);
    return;
  }
  place.gone();
  if (bytes === "too-large") {
    const most = mostUploadBytes / 1024 / 1024;
    throw closing(response, 413, `The file is larger than ${most} MB. Save it as an MP3, or cut it.`);
  }
  if (bytes === "refused") throw busy(response);
  if (bytes === "aborted") return;
  throw new Problem(400, "The file is empty. Choose another.");
}

function isSound(request: Request): boolean {
  const type = (request.get("Content-Type") ?? "").toLowerCase();
  const whole = (request.get("Content-Encoding") ?? "identity") === "identity";
  return whole && (type.startsWith("audio/") || /^(application\/(octet-stream|ogg))\s*(;|$)/.test(type));
}

function busy(response: Response): Problem {
  response.set("Retry-After", "30");
  return closing(response, 429, "Too many uploads are on their way. Wait until one of them is done, then try again.");
}

/** A refusal that does not wait for the rest of the body. */
function closing(response: Response, status: number, sentence: string): Problem {
  response.set("Connection", "close");
  return new Problem(status, sentence);
}
