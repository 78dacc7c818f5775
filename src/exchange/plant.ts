import type { Clock } from "./clock.ts";
import type { Conference } from "./conference.ts";
import type { Leg } from "./leg.ts";
import type { Purpose } from "./log.ts";
import type { Pace } from "./outgoing.ts";
import type { Queue } from "./queue.ts";
import type { Scope } from "./scope.ts";
import type { Params } from "./signature.ts";
import type { Instructions } from "./records/call.ts";
import type { MessageRecord } from "./records/message.ts";
import type { NumberRecord } from "./records/number.ts";
import type { RecordingRecord } from "./records/recording.ts";
import type { Standing } from "./standing.ts";
import type { Target } from "./target.ts";
import type { Handset } from "./handset.ts";
import type { Fault, Realm, Verb } from "./twiml/read.ts";
import type { Post } from "./webhook.ts";

/** Everything the exchange knows and holds. */
export type Plant = {
  readonly clock: Clock;
  readonly post: Post;
  readonly accountSid: string;
  readonly ringsForMs: number | undefined;
  readonly verbs: Readonly<Record<string, RunVerb>>;
  readonly legs: Map<string, Leg>;
  /** By SID, and by name; a conference's name is free again once it has ended. */
  readonly queues: Map<string, Queue>;
  readonly queueNames: Map<string, Queue>;
  readonly conferences: Map<string, Conference>;
  readonly conferenceNames: Map<string, Conference>;
  readonly numbers: Map<string, NumberRecord>;
  readonly messages: Map<string, MessageRecord>;
  readonly recordings: Map<string, RecordingRecord>;
  readonly sounds: Map<string, Sound>;
  /** `number telephone`: the telephones that want no messages of a number. */
  readonly optedOut: Set<string>;
  /** `number telephone`: when a telephone last wrote to a number, by whatever channel its address names. */
  readonly wroteAt: Map<string, number>;
  /** What calls that are not answered yet do then. */
  readonly pending: Map<string, Instructions>;
  readonly pace: Pace;
  /** How the account stands with Twilio. */
  standing(): Standing;
  /** The telephone of an address. */
  handset(address: string): Handset;
  /** The base URL of the REST API. */
  url(): string;
};

/** A sound that was fetched: its length, and how long it may be used unasked. */
export type Sound = { readonly ms: number; readonly etag: string | undefined; readonly freshUntil: number };

/** Where a document runs: on whose call, in which stretch of it, and what its requests say besides the usual. */
export type Stage = {
  readonly plant: Plant;
  readonly leg: Leg;
  readonly scope: Scope;
  readonly realm: Realm;
  readonly purpose: Purpose;
  extra(): Params;
};
/** One document: its verbs and its address; without one it came inline. */
export type Document = { readonly verbs: readonly Verb[]; readonly url: string | undefined };
/** A document to fetch. */
export type Fetch = Target & { readonly purpose: Purpose; readonly params: Params };
/** What comes after a verb: the next one, the end of the call, the end of the wait, or another document. */
export type Next = "next" | "hangup" | "leave" | Fetch;
/** Runs one verb of a document. */
export type RunVerb = (stage: Stage, verb: Verb, document: Document) => Promise<Next>;

/** Thrown where a document cannot be fetched, read or run. */
export class DocumentFault extends Error {
  readonly code: number;
  readonly url: string | undefined;
  constructor(fault: Fault, url?: string) {
    super(fault.message);
    this.name = "DocumentFault";
    this.code = fault.code;
    this.url = url;
  }
}

/** An instant as webhooks say it, RFC 2822 in UTC. */
export function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace("GMT", "+0000");
}

/** A URL of a document made absolute; undefined where a relative one has nothing to be relative to. */
export function resolveUrl(document: Document, url: string): string | undefined {
  // An absolute URL stays as it was written: it is signed as written.
  if (/^https?:\/\//i.test(url)) return url;
  if (document.url === undefined) return undefined;
  return url === "" ? document.url : URL.parse(url, document.url)?.href;
}
