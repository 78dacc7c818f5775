import { Router } from "express";
import type { Track } from "../hold/music.ts";
import { twiml } from "../twilio/twiml.ts";
import { sendDocument } from "./document.ts";
import { paths, urlsOf } from "./paths.ts";

/** What a room plays while one waits in it alone: instrumental music, over and over. A room's document must loop itself. */
export function roomRouter(publicUrl: string, tracks: readonly Track[]): Router {
  const [track] = tracks;
  const urls = urlsOf(publicUrl, "", (id) => tracks.find((one) => one.id === id)?.hash ?? "");
  const music = track
    ? ({ verb: "play", track: track.id, from: 0, to: track.samples } as const)
    : ({ verb: "pause", seconds: 30 } as const);
  // The redirect leads back here: `turn` of the one redirect in this document.
  const document = twiml([music, { verb: "redirect", then: { asked: "next", leg: "caller", turn: 0 } }], {
    ...urls,
    turn: () => urls.room,
  });
  const router = Router();
  router.post(paths.room, (_request, response) => sendDocument(response, document));
  return router;
}
