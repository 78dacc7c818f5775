import type { Track } from "../hold/music.ts";
import { twiml } from "../twilio/twiml.ts";
import { sendDocument } from "./document.ts";
import { paths, urlsOf } from "./paths.ts";
import type { Webhook } from "./webhook.ts";

/** What a room plays while one waits in it alone: instrumental music, over and over. A room's document must loop itself. */
export function roomWebhook(publicUrl: string, tracks: readonly Track[]): Webhook {
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
  return { path: paths.room, answer: (_request, response) => sendDocument(response, document) };
}
