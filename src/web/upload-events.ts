import type { Response } from "express";
import type { Upload } from "../audio/upload.ts";
import { beginEvents } from "./event-stream.ts";

/**
 * Answers with server-sent events: the upload as it is, then every change of it. Ends when it is stored or refused, when it is
 * forgotten, or when nobody listens any more.
 */
export function sendEvents(
  response: Response,
  upload: Upload,
  watch: (changed: (upload: Upload | undefined) => void) => () => void,
): void {
  const stop = watch((changed) => {
    if (changed) say(changed);
    else response.end();
  });
  beginEvents(response, stop);
  say(upload);

  function say(now: Upload): void {
    response.write(`data: ${JSON.stringify(now)}\n\n`);
    if (now.state === "stored" || now.state === "refused") response.end();
  }
}
