import { DocumentFault, type Plant, type Sound, type Stage } from "./plant.ts";
import { send, type Answer } from "./webhook.ts";

/** What `<Play>` takes (https://www.twilio.com/docs/voice/twiml/play). */
const playable = new Set(
  ["mpeg", "mp3", "wav", "wave", "x-wav", "aiff", "x-aifc", "x-aiff", "x-gsm", "gsm", "ulaw", "basic"].map(
    (type) => `audio/${type}`,
  ),
);

/** Plays the sound at a URL, which is really fetched; throws `DocumentFault` where it cannot be or is none. */
export async function playUrl(stage: Stage, url: string, loop: number): Promise<void> {
  const sound = await stage.scope.until(soundAt(stage.plant, url, stage.leg.sid));
  for (let times = 0; times < loop; times++) await hear(stage, url, sound.ms);
}

/** Plays a sound that an answer consists of. */
export async function playBytes(stage: Stage, answer: Answer): Promise<void> {
  await hear(stage, answer.url, lengthOf(answer));
}

async function hear(stage: Stage, url: string, ms: number) {
  const done = stage.leg.ear.hear({ kind: "play", url });
  try {
    // A sound of no length must not loop without time passing.
    await stage.scope.sleep(Math.max(ms, 10));
  } finally {
    done(stage.scope.stopped !== undefined);
  }
}

const underway = new WeakMap<Plant, Map<string, Promise<Sound>>>();

/** The sound at a URL from the cache, or fetched; many who want it at once wait for one request. */
async function soundAt(plant: Plant, url: string, callSid: string): Promise<Sound> {
  const known = plant.sounds.get(url);
  if (known && known.freshUntil > plant.clock.now()) return known;
  const asked = underway.get(plant) ?? new Map<string, Promise<Sound>>();
  underway.set(plant, asked);
  const before = asked.get(url);
  if (before) return before;
  const asking = fetchSound(plant, url, callSid, known).finally(() => asked.delete(url));
  asked.set(url, asking);
  return asking;
}

async function fetchSound(plant: Plant, url: string, callSid: string, known: Sound | undefined): Promise<Sound> {
  const answer = await send(plant.post, {
    purpose: "sound",
    method: "GET",
    url,
    params: {},
    callSid,
    ...(known?.etag === undefined ? {} : { etag: known.etag }),
  });
  if ("code" in answer) throw new DocumentFault(answer, answer.url);
  const type = answer.contentType?.split(";")[0]?.trim().toLowerCase();
  const caching = {
    etag: answer.headers.etag,
    freshUntil: plant.clock.now() + 1000 * freshFor(answer.headers["cache-control"] ?? ""),
  };
  if (answer.status === 304 && known) {
    const sound = { ...known, freshUntil: caching.freshUntil };
    plant.sounds.set(url, sound);
    return sound;
  }
  if (type === undefined) throw new DocumentFault({ code: 12300, message: "no content type" }, answer.url);
  if (!playable.has(type))
    throw new DocumentFault({ code: 13420, message: `not a sound to play: ${type}` }, answer.url);
  const sound = { ms: lengthOf(answer), ...caching };
  plant.sounds.set(url, sound);
  return sound;
}

/** Seconds for which an answer may be used unasked. */
function freshFor(cacheControl: string): number {
  if (/\bno-(store|cache)\b/i.test(cacheControl)) return 0;
  if (/\bimmutable\b/i.test(cacheControl)) return 365 * 24 * 3600;
  return Number(/\bmax-age=(\d+)/i.exec(cacheControl)?.[1] ?? 0);
}

/** Milliseconds a sound lasts: exactly for WAV, by 16 kB a second for MP3, by 8 kB a second for all else. */
function lengthOf({ body, contentType }: Answer): number {
  if (body.toString("latin1", 0, 4) === "RIFF") return wavLength(body);
  return (body.length / (/mpeg|mp3/i.test(contentType ?? "") ? 16 : 8)) | 0;
}

/** Milliseconds of a WAV file: what its data takes at the bytes a second that its header names (PCM and mu-law alike). */
export function wavLength(file: Buffer): number {
  let bytesPerSecond = 8000;
  for (let at = 12; at + 8 <= file.length;) {
    const [id, size] = [file.toString("latin1", at, at + 4), file.readUInt32LE(at + 4)];
    if (id === "fmt " && at + 20 <= file.length) bytesPerSecond = file.readUInt32LE(at + 16) || bytesPerSecond;
    // A streamed file names more than it has.
    if (id === "data") return Math.round((1000 * Math.min(size, file.length - at - 8)) / bytesPerSecond);
    at += 8 + size + (size % 2);
  }
  return 0;
}
