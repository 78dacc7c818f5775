import type { Routing } from "../routing/routing.ts";

/** A piece of music as `audio/manifest.json` names it. */
export type Track = { readonly title: string; readonly sha256: string };

/** What a telephone needs to know of the company to show names where the exchange has numbers and URLs. */
export type Book = {
  readonly business: string;
  readonly lines: readonly { readonly number: string; readonly name: string }[];
  /** A name with the number after it: `Ana (+1 212 555 0201)`. */
  readonly fullName: (address: string) => string;
  /** A name, or the number where there is none. */
  readonly name: (address: string) => string;
  /** What a URL's sound is: music with its stretch, or the words of a recorded prompt. */
  readonly sound: (url: string) => { readonly music: string } | { readonly words: string };
};

/** The numbers from here on are callers' telephones: `caller 1` is the next. */
const callersFrom = 12_125_550_300;
/** The most callers' telephones there are. */
export const mostCallers = 99;

/** The number of the demo's caller of that place, from 1. */
export const callerNumber = (place: number): string => `+${callersFrom + place}`;

/** `+12125550100` as people read it; other countries' numbers and other addresses as they are. */
export function readable(number: string): string {
  const [, area, exchange, rest] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return rest === undefined ? number : `+1 ${area} ${exchange} ${rest}`;
}

/** Samples a second of all music. */
const samplesASecond = 8_000;

/** The book of a company. */
export function bookOf(routing: Omit<Routing, "version">, tracks: readonly Track[]): Book {
  const names = new Map<string, string>();
  for (let place = 1; place <= mostCallers; place++) names.set(callerNumber(place), `caller ${place}`);
  for (const number of [routing.business.callerId, ...routing.lines.map((line) => line.number)])
    names.set(number, routing.business.name);
  for (const rep of Object.values(routing.reps)) names.set(rep.address, rep.name);

  const recorded = new Map<string, string>();
  for (const prompt of Object.values(routing.prompts).flatMap((all) => Object.values(all)))
    if (typeof prompt !== "string") recorded.set(prompt.file, prompt.words);

  const name = (address: string) => names.get(address) ?? (address === "" ? "a withheld number" : readable(address));
  return {
    business: routing.business.name,
    lines: routing.lines,
    name,
    fullName: (address) => (names.has(address) ? `${name(address)} (${readable(address)})` : name(address)),
    sound(url) {
      const path = url.split(/[?#]/)[0] ?? "";
      const file = decodeURIComponent(/\/recorded\/([^/]+)$/.exec(path)?.[1] ?? "");
      const words = recorded.get(file);
      return words === undefined ? { music: stretch(path, tracks) } : { words };
    },
  };
}

function stretch(path: string, tracks: readonly Track[]): string {
  const [, hash = "", from, to] = /\/music\/([0-9a-f]+)(?:\/(\d+)-(\d+))?\.wav$/.exec(path) ?? [];
  const track = tracks.find(({ sha256 }) => hash !== "" && sha256.startsWith(hash));
  if (!track) return path.split("/").at(-1) || "a sound";
  return from === undefined ? track.title : `${track.title} ${clock(from)}–${clock(to ?? "")}`;
}

const clock = (samples: string): string => minutesOf(Number(samples) / samplesASecond);

/** Seconds as minutes and seconds: `1:05`. */
export function minutesOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
