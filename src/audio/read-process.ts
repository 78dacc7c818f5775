import { setPriority } from "node:os";
import { readSpoken } from "./read-spoken.ts";
import { readTrack } from "./read-track.ts";
import type { Given, Said } from "./reading.ts";

// Calls come first.
setPriority(5);
// Decoders complain about every broken frame, and a file may have millions.
const quiet = () => undefined;
Object.assign(console, { error: quiet, warn: quiet });
// Nobody is there to tell any more.
process.once("disconnect", () => process.exit());

const say = (said: Said, then = quiet) => process.send?.(said, then);
process.once("message", (message) => {
  const given = message as Given;
  const reading = given.as === "music" ? readTrack(given, say) : readSpoken(given, say);
  void reading.then((ending) => say(ending, () => process.exit()));
});
