import type { IncomingMessage } from "node:http";

/** The largest file that is taken, in bytes. */
export const mostUploadBytes = 50 * 1024 * 1024;

/** Why a file did not come in; `aborted`: the other side went away, or `refused`: `take` wanted no more. */
export type UploadFault = "too-large" | "refused" | "aborted";

/**
 * Reads a request's body into one array of bytes, never more than fits. `take` is told how many there are by now, and the share
 * of all where that is known, and says whether to go on.
 */
export function uploadBody(
  request: IncomingMessage,
  take: (bytes: number, share: number) => boolean,
): Promise<Uint8Array<ArrayBuffer> | UploadFault> {
  const told = Number(request.headers["content-length"]);
  if (told > mostUploadBytes) return Promise.resolve("too-large");
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (result: Uint8Array<ArrayBuffer> | UploadFault) => {
      request.off("data", add).off("end", finish).off("close", abort).off("error", abort);
      if (typeof result === "string") request.pause();
      resolve(result);
    };
    const add = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostUploadBytes) return settle("too-large");
      chunks.push(chunk);
      if (!take(bytes, told > 0 ? Math.min(1, bytes / told) : 0)) settle("refused");
    };
    const finish = () => settle(joined(chunks, bytes));
    const abort = () => settle("aborted");
    request.on("data", add).on("end", finish).on("close", abort).on("error", abort);
  });
}

/** In memory of its own, which can be handed to a thread. */
function joined(chunks: readonly Buffer[], bytes: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Whether a request says that a sound file is its body, as it is. */
export function isSound({ headers }: IncomingMessage): boolean {
  const type = (headers["content-type"] ?? "").toLowerCase();
  const whole = (headers["content-encoding"] ?? "identity") === "identity";
  return whole && (type.startsWith("audio/") || /^(application\/(octet-stream|ogg))\s*(;|$)/.test(type));
}
