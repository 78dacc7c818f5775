import { readFileSync } from "node:fs";
import { audioManifest } from "../../src/audio/manifest.ts";
import type { Heard } from "../../src/exchange/ear.ts";
import type { Office } from "./office.ts";
import type { Phone } from "./phone.ts";

/** A stretch of music as it reached an ear: in samples, `heardTo` where it was cut or ended. */
export type Stretch = {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly heardTo: number;
  readonly cut: boolean;
};

/** Where the track of the small business ends, and each of its phrases, in samples. */
export function trackOf(id: string): { readonly samples: number; readonly phraseEnds: readonly number[] } {
  const track = shipped().find((one) => one.id === id);
  if (!track) throw new Error(`there is no track ${id}`);
  return track;
}

/** Everything that Holdfast comes with. */
function shipped() {
  return audioManifest.parse(JSON.parse(readFileSync("audio/manifest.json", "utf8"))).tracks;
}

/** Everything that a telephone has heard in its last call, in order. */
export async function heardBy(office: Pick<Office, "exchange">, { number }: Phone): Promise<readonly Heard[]> {
  return (await office.exchange()).phone(number).calls.at(-1)?.heard ?? [];
}

/** What was said, in order. */
export function sayings(heard: readonly Heard[]): readonly string[] {
  return heard.flatMap(({ kind, text }) => (kind === "say" && text !== undefined ? [text] : []));
}

/** When each sentence was said, and for how many seconds. */
export function speeches(heard: readonly Heard[]): readonly { at: number; seconds: number; text: string }[] {
  return heard.flatMap(({ kind, at, until, text }) =>
    kind === "say" && text !== undefined ? [{ at, seconds: ((until ?? at) - at) / 1_000, text }] : [],
  );
}

const played = /\/audio\/music\/([^/]+)\/(\d+)-(\d+)\.wav$/;

/** Everything that was heard, a word each: what was said, and each track that was played by its id. */
export function all(heard: readonly Heard[]): readonly string[] {
  return heard.flatMap(({ kind, text, url }) => {
    if (kind === "say" && text !== undefined) return [text];
    const [, hash = ""] = played.exec(url ?? "") ?? [];
    return kind === "play" ? shipped().flatMap(({ id, sha256 }) => (hash && sha256.startsWith(hash) ? [id] : [])) : [];
  });
}

/** The music that is waited with, stretch by stretch. */
export function music(heard: readonly Heard[]): readonly Stretch[] {
  const others = new Set(shipped().flatMap(({ kind, sha256 }) => (kind === "instrumental" ? [] : sha256.slice(0, 16))));
  return heard.flatMap(({ kind, at, until, url, cut }) => {
    const [, hash = "", from, to] = played.exec(url ?? "") ?? [];
    if (kind !== "play" || from === undefined || to === undefined || others.has(hash)) return [];
    const ended = until === undefined ? Number(from) : Number(from) + Math.round(((until - at) / 1_000) * 8_000);
    return [{ at, from: Number(from), to: Number(to), heardTo: ended, cut: cut === true }];
  });
}
