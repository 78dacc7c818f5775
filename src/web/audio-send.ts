import type { Request, Response } from "express";

/**
 * Sends a WAV that is made of parts, or the one range of it that was asked for, and lets it be cached for good: `version` never names
 * another sound. The parts are sent as they lie in memory: to copy them first would cost more than all else.
 */
export function sendWav(request: Request, response: Response, parts: readonly Buffer[], version: string): void {
  const etag = `"${version}"`;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  response.set({
    "Content-Type": "audio/wav",
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    "Accept-Ranges": "bytes",
    ETag: etag,
  });
  const range = request.method === "GET" ? rangeOf(request, etag, length) : undefined;
  if (range === "none") {
    response.status(416).set("Content-Range", `bytes */${length}`).end();
    return;
  }
  if (range) {
    response.status(206).set("Content-Range", `bytes ${range.start}-${range.end}/${length}`);
    response.send(Buffer.concat(parts).subarray(range.start, range.end + 1));
    return;
  }
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.set("Content-Length", String(length));
  if (request.method !== "HEAD") for (const part of parts) response.write(part);
  response.end();
}

/**
 * The one range that was asked for; "none" where it lies outside. Several are answered with the whole, and so is a range of
 * another version than its asker has: it would be a piece of the wrong sound.
 */
function rangeOf(request: Request, etag: string, length: number) {
  if ((request.get("If-Range") ?? etag) !== etag) return undefined;
  const ranges = request.range(length);
  if (ranges === -1) return "none";
  const [range, ...more] = typeof ranges === "object" && ranges.type === "bytes" ? ranges : [];
  return more.length > 0 ? undefined : range;
}
