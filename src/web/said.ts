import { createHmac, timingSafeEqual } from "node:crypto";
import { Router } from "express";
import { emptyMuLawWav, telephoneRate } from "../audio/wav.ts";
import type { PhoneLine } from "../twilio/line.ts";

/** What is heard in place of a recording that cannot be had: a document goes on after it, and would not after an error. */
const { wav: silence } = emptyMuLawWav(telephoneRate);

/** The seal of a recording's name: only who has been given it can hear the recording. */
export type Seal = (recording: string) => string;

/** Seals with the account's token. */
export function sealWith(authToken: string): Seal {
  return (recording) => createHmac("sha256", authToken).update(`said ${recording}`).digest("hex").slice(0, 32);
}

/**
 * What was said a moment ago cannot be had yet: it is asked for so often again, a second apart. Twilio waits for it
 * meanwhile. https://www.twilio.com/docs/voice/twiml/record#recordingstatuscallback
 */
const mostAgain = 2;
const aSecond = () => new Promise<void>((resolve) => setTimeout(resolve, 1_000));

/**
 * Plays what was said in a call, from Twilio and back to it: Twilio lets nobody have a recording without the account's
 * token, not even its own `<Play>`. Mount the router at `/audio`.
 * https://support.twilio.com/hc/en-us/articles/15827821586843
 */
export function saidRouter(
  line: Pick<PhoneLine, "recording">,
  seal: Seal,
  between: () => Promise<void> = aSecond,
): Router {
  const router = Router();
  router.get(/^\/said\/(?<recording>RE[0-9a-f]{32})\/(?<given>[0-9a-f]{32})\.wav$/, async (request, response, next) => {
    const { recording = "", given = "" } = request.params as Readonly<Record<string, string | undefined>>;
    if (!timingSafeEqual(Buffer.from(given), Buffer.from(seal(recording)))) {
      next();
      return;
    }
    let reply = await line.recording(recording);
    for (let again = 0; "gone" in reply && again < mostAgain; again++) {
      await between();
      reply = await line.recording(recording);
    }
    response.set({
      "Content-Type": "audio/wav",
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    });
    response.send("ok" in reply ? reply.ok : silence);
  });
  return router;
}
