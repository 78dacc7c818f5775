import express, { type RequestHandler } from "express";
import { Problem } from "./problem.ts";

const most = 16 * 1024;

/** Reads JSON of so many bytes, 16 kB unless given. Refuses anything else (415), more (413), and what cannot be read (400). */
export function jsonBody(mostBytes = most): readonly RequestHandler[] {
  const read = express.json({ limit: mostBytes });
  return [
    (request, _response, next) => {
      if (!request.is("application/json")) throw new Problem(415, "Send JSON, with the Content-Type application/json.");
      next();
    },
    (request, response, next) =>
      read(request, response, (error?: unknown) => {
        if (error === undefined) return next();
        const tooLarge = error instanceof Error && "status" in error && error.status === 413;
        next(
          tooLarge
            ? new Problem(413, `Send at most ${Math.floor(mostBytes / 1024)} kB.`)
            : new Problem(400, "The body is not JSON."),
        );
      }),
  ];
}
