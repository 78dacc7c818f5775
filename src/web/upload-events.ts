import type { Request, Response } from "express";
import type { Upload } from "../audio/upload.ts";

/** Proxies close what is silent for long. */
const pulse = 15_000;

/**
 * Answers with server-sent events: the upload as it is, then every change of it. Ends when it is stored or refused, when it is
 * forgotten, or when nobody listens any more.
 */
export function sendEvents(
  request: Request,
  response: Response,
  upload: Upload,
  watch: (changed: (upload: Upload | undefined) => void) => () => void,
): void {
  // Set, and not written at once: a server that stops looks for what would go on for as long as somebody listens.
  response.set({ "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" });
  const alive = setInterval(() => response.write(":\n\n"), pulse);
  const stop = watch((changed) => {
    if (changed) say(changed);
    else response.end();
  });
  request.on("close", () => {
    clearInterval(alive);
    stop();
  });
  say(upload);

  function say(now: Upload): void {
    response.write(`data: ${JSON.stringify(now)}\n\n`);
    if (now.state === "stored" || now.state === "refused") response.end();
  }
}
