import type { Request, Response } from "express";
import { z } from "zod";
import { formats } from "../audio/format.ts";
import type { Upload } from "../audio/upload.ts";
import type { Uploads } from "../audio/uploads.ts";
import { operation, type Operation } from "./api/operation.ts";
import { paths } from "./paths.ts";
import { Problem } from "./problem.ts";
import { trackOperations, type TrackApiOptions } from "./track-api.ts";
import { isSound, mostUploadBytes, uploadBody } from "./upload-body.ts";
import { sendEvents } from "./upload-events.ts";
import { uploadNames } from "./upload-names.ts";
import type { UploadedMusic } from "./uploaded-music.ts";

export type AudioApiOptions = Pick<UploadedMusic, "uploads"> & TrackApiOptions;

const tag = "Music";
const params = z.object({ id: z.string().max(200) });
const query = z.object({
  title: z.string("write one title").max(1_000, "write a title of up to 100 characters").optional(),
});
const UploadBody = z.looseObject({
  id: z.string(),
  title: z.string(),
  state: z.enum(["receiving", "decoding", "measuring", "refused", "needs-acceptance", "stored"]),
  progress: z.number().min(0).max(1),
  refusal: z.string().optional(),
  warnings: z.array(z.string()).optional(),
});
/** The admin's API for music: uploads and how they go on, and every track that queues can name. */
export function audioOperations(options: AudioApiOptions): readonly Operation[] {
  const { uploads } = options;
  return [
    operation({
      id: "uploadMusic",
      method: "post",
      path: paths.audioUploads,
      tag,
      summary: "Takes a sound file in, as the body is; what becomes of it is told at the address in Location.",
      needs: "admin",
      query,
      endings: { 202: { says: "It is here.", body: UploadBody, headers: { Location: "the upload" } } },
      send: ({ query: { title }, request }, response) => receive(title, request, response, uploads),
    }),
    operation({
      id: "listUploads",
      method: "get",
      path: paths.audioUploads,
      tag,
      summary: "Uploads since the start.",
      needs: "viewer",
      endings: { 200: { says: "All of them.", body: z.object({ uploads: z.array(UploadBody) }) } },
      answer: () => ({ body: { uploads: uploads.all() } }),
    }),
    operation({
      id: "readUpload",
      method: "get",
      path: paths.audioUpload,
      tag,
      summary: "How an upload stands.",
      needs: "viewer",
      params,
      endings: { 200: { says: "The upload.", body: UploadBody } },
      answer: ({ params: { id } }) => ({ body: found(id, uploads) }),
    }),
    operation({
      id: "followUpload",
      method: "get",
      path: paths.audioUploadEvents,
      tag,
      summary: "An upload as it is, then each change of it, as server-sent events.",
      needs: "viewer",
      params,
      endings: { 200: { says: "The events.", type: "text/event-stream" } },
      send({ params: { id } }, response) {
        sendEvents(response, found(id, uploads), (changed) => uploads.watch(id, changed));
      },
    }),
    operation({
      id: "acceptUpload",
      method: "post",
      path: paths.audioUploadAcceptance,
      tag,
      summary: "Accepts what was warned of, and stores the upload.",
      needs: "admin",
      params,
      endings: { 200: { says: "Accepted.", body: UploadBody } },
      async answer({ params: { id } }) {
        const { state } = found(id, uploads);
        if (!(await uploads.accept(id)))
          throw new Problem(409, `There is nothing to accept: the upload is ${state}. Look at it again.`);
        return { body: found(id, uploads) };
      },
    }),
    operation({
      id: "forgetUpload",
      method: "delete",
      path: paths.audioUpload,
      tag,
      summary: "Withdraws an upload.",
      needs: "admin",
      params,
      endings: { 204: { says: "Withdrawn." } },
      answer({ params: { id } }) {
        uploads.forget(found(id, uploads).id);
        return { status: 204 };
      },
    }),
    operation({
      id: "hearUpload",
      method: "get",
      path: paths.audioUploadSound,
      tag,
      summary: "An upload as callers would hear it, before its warnings are accepted.",
      needs: "viewer",
      params,
      endings: { 200: { says: "The sound.", type: "audio/wav" } },
      send({ params: { id } }, response) {
        const wav = uploads.sound(found(id, uploads).id);
        if (!wav) throw new Problem(409, "There is nothing to hear yet, or no more. Look at the upload again.");
        response.type("audio/wav").set("X-Content-Type-Options", "nosniff").send(wav);
      },
    }),
    ...trackOperations(options),
  ];
}

function found(id: string, uploads: Uploads): Upload {
  const upload = uploads.get(id);
  if (upload) return upload;
  throw new Problem(404, "There is no such upload (any more). A restart forgets uploads; what was stored is a track.");
}

/** Takes a file in and answers 202 once it is here; what becomes of it is told at the address in Location. */
async function receive(
  title: string | undefined,
  request: Request,
  response: Response,
  uploads: Uploads,
): Promise<void> {
  if (!isSound(request)) {
    throw closing(response, 415, `Send ${formats} as it is, with its own Content-Type or application/octet-stream.`);
  }
  const place = uploads.begin(uploadNames(title, request.get("X-File-Name")));
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

function busy(response: Response): Problem {
  response.set("Retry-After", "30");
  return closing(response, 429, "Too many uploads are on their way. Wait until one of them is done, then try again.");
}

/** A refusal that does not wait for the rest of the body. */
function closing(response: Response, status: number, sentence: string): Problem {
  response.set("Connection", "close");
  return new Problem(status, sentence);
}
