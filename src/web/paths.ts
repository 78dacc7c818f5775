import type { Asked, LegId, Then } from "../call/verb.ts";
import { recordingIn } from "../twilio/recording-sid.ts";
import type { CallUrls } from "../twilio/urls.ts";

/** The sections of the routing's page. */
const routingSections = [
  "flow",
  "business",
  "lines",
  "menus",
  "queues",
  "hours",
  "reps",
  "prompts",
  "announcements",
  "text",
].map((section) => `/routing/${section}`);

/** The pages under Settings. */
const settingsPages = [
  "/settings",
  "/settings/emergency",
  "/settings/twilio",
  "/settings/users",
  "/settings/tokens",
  "/settings/limits",
  "/settings/audit",
  "/settings/account",
] as const;

/** Every path of the app as Express routes it. */
export const paths = {
  voice: "/twilio/voice",
  voiceFallback: "/twilio/voice/fallback",
  status: "/twilio/status",
  sms: "/twilio/sms",
  /** The document of one turn of one leg: what Twilio asks next of a call. */
  turn: "/twilio/call/:call/:leg/:turn/:asked",
  /** Status callbacks of a leg that we ring. */
  leg: "/twilio/leg/:call/:leg",
  /** Who has answered a leg that we ring. */
  identified: "/twilio/identified/:call/:leg",
  /** Somebody is in the call's room. */
  inRoom: "/twilio/in-room/:call",
  /** What a room plays while one waits in it. */
  room: "/twilio/room",
  /** Where Twilio is asked to send something to try the connection out. */
  proof: "/twilio/proof",
  /** What was said to us after we had failed. */
  apology: "/twilio/apology",
  music: "/audio/music/:hash/:from-:to.wav",
  recorded: "/audio/recorded/:file",
  said: "/audio/said/:recording/:seal.wav",
  audioUploads: "/api/audio/uploads",
  audioUpload: "/api/audio/uploads/:id",
  audioUploadEvents: "/api/audio/uploads/:id/events",
  audioUploadAcceptance: "/api/audio/uploads/:id/acceptance",
  audioUploadSound: "/api/audio/uploads/:id/sound",
  audioRecordings: "/api/audio/recordings",
  audioRecording: "/api/audio/recordings/:file",
  audioTracks: "/api/audio/tracks",
  audioTrack: "/api/audio/tracks/:id",
  audioWaveform: "/api/audio/tracks/:id/waveform",
  receipt: "/c/:code",
  callbacks: "/api/callbacks",
  callbackSlots: "/api/callbacks/slots",
  callbackSwitch: "/api/callbacks/switch",
  callbackOffers: "/api/callbacks/offers",
  emergency: "/api/emergency",
  callback: "/api/callbacks/:id",
  callbackNews: "/api/callbacks/:id/news",
  firstCallResolution: "/api/reports/first-call-resolution",
  /** The addresses of the admin's pages. */
  pages: [
    "/",
    "/phone",
    "/return-calls",
    "/routing",
    "/routing/hear",
    "/routing/history",
    "/sign-in",
    "/sound",
    ...routingSections,
    ...settingsPages,
  ],
  /** Of the pages that show several things: those of one of them. */
  pagesOfOne: ["/return-calls", ...routingSections].map((page) => `${page}/:id`),
  /** What a page loads. */
  pageAsset: "/assets/:name",
  signIn: "/api/sign-in",
  oidc: "/api/sign-in/oidc",
  oidcBack: "/api/sign-in/oidc/back",
  signOut: "/api/sign-out",
  firstUser: "/api/first-user",
  invitation: "/api/invitations/:secret",
  me: "/api/me",
  myPassword: "/api/me/password",
  users: "/api/users",
  user: "/api/users/:id",
  userLinks: "/api/users/:id/links",
  userSessions: "/api/users/:id/sessions",
  userSession: "/api/users/:id/sessions/:session",
  userIdentity: "/api/users/:id/identity",
  sessions: "/api/sessions",
  session: "/api/sessions/:id",
  tokens: "/api/tokens",
  token: "/api/tokens/:id",
  audit: "/api/audit",
  limits: "/api/limits",
  retention: "/api/retention",
  retentionPreview: "/api/retention/preview",
  forgottenNumbers: "/api/forgotten-numbers",
  twilio: "/api/twilio",
  twilioCheck: "/api/twilio/check",
  twilioNumbers: "/api/twilio/numbers",
  twilioNumberHere: "/api/twilio/numbers/:id/here",
  twilioNumberBack: "/api/twilio/numbers/:id/back",
  openapi: "/api/openapi.json",
  apiDocs: "/api/docs",
  apiDocsPart: "/api/docs/:file",
  healthz: "/healthz",
  readyz: "/readyz",
  metrics: "/metrics",
} as const;

/**
 * Twilio tries a webhook again, twice, when it cannot connect or read, or gets a 5xx; by itself it would try only once, and
 * not after a 5xx. A try is given up after four seconds, so that three of them fit into the 15 that Twilio waits in all. A
 * fragment is neither sent nor signed.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
const retries = "#rc=2&rp=ct,rt,5xx&ct=3000&rt=4000";

/** The base without its last slashes, so that a path can follow it. */
const base = (publicUrl: string): string => publicUrl.replace(/\/+$/, "");

/**
 * The URLs of a call by its name; `hashOf` says under which hash a track's sound is kept, `seal` what lets a recording be
 * heard.
 */
export function urlsOf(
  publicUrl: string,
  call: string,
  hashOf: (track: string) => string,
  seal: (recording: string) => string = () => "",
): CallUrls {
  const root = base(publicUrl);
  const ofCall = `${root}/twilio/call/${encodeURIComponent(call)}`;
  const ofLeg = (what: string, leg: LegId) => `${root}/twilio/${what}/${encodeURIComponent(call)}/${leg}${retries}`;
  return {
    turn: ({ leg, turn, asked }: Then) => `${ofCall}/${leg}/${turn}/${asked}${retries}`,
    leg: (leg) => ofLeg("leg", leg),
    identified: (leg) => ofLeg("identified", leg),
    track: (track, from, to) => `${root}/audio/music/${encodeURIComponent(hashOf(track))}/${from}-${to}.wav`,
    recorded: (file) => `${root}/audio/recorded/${encodeURIComponent(file)}`,
    said: (address) => {
      const recording = recordingIn(address);
      return recording === "" ? undefined : `${root}/audio/said/${recording}/${seal(recording)}.wav`;
    },
    room: `${root}${paths.room}${retries}`,
    inRoom: `${root}/twilio/in-room/${encodeURIComponent(call)}${retries}`,
  };
}

/** The page of a receipt, as a text names it. */
export function receiptUrl(publicUrl: string, code: string): string {
  return `${base(publicUrl)}/c/${code}`;
}

/** Where people sign in. */
export function signInPageUrl(publicUrl: string): string {
  return `${base(publicUrl)}/sign-in`;
}

/** Where somebody with a one-time link goes. The secret is behind the `#`: no server and no log gets to see it. */
export function signInUrl(publicUrl: string, what: "first" | "invitation" | "reset", secret: string): string {
  return `${base(publicUrl)}/sign-in#${what}=${secret}`;
}

/** Where an OpenID Connect issuer sends a browser back to: it has to know this address beforehand. */
export function oidcBackUrl(publicUrl: string): string {
  return base(publicUrl) + paths.oidcBack;
}

/** Where the whole of a track is, or a stretch of it, by the hash of its file. */
export function musicUrl(sha256: string, from?: number, to?: number): string {
  const whole = `/audio/music/${sha256.slice(0, 16)}`;
  return from === undefined || to === undefined ? `${whole}.wav` : `${whole}/${from}-${to}.wav`;
}

/** What a number of the account is pointed at, and where our apology sends what is said to it. */
export function numberUrls(publicUrl: string) {
  const root = base(publicUrl);
  const callback = (path: string): string => root + path + retries;
  return {
    voice: callback(paths.voice),
    voiceFallback: callback(paths.voiceFallback),
    status: callback(paths.status),
    sms: callback(paths.sms),
    apology: callback(paths.apology),
  } as const;
}

const askable: readonly Asked[] = ["answer", "wait", "left", "parted", "recorded", "next", "rung", "held"];

/** A leg as a path names it; `undefined`: there is no such leg. */
export function legOf(leg: unknown): LegId | undefined {
  if (leg === "caller") return leg;
  return typeof leg === "string" && /^r[1-9]\d{0,3}$/.test(leg) ? (leg as LegId) : undefined;
}

const turnPath = /^\/twilio\/call\/(?<call>[\w-]+)\/(?<leg>\w+)\/(?<turn>\d{1,6})\/(?<asked>[a-z]+)(?:\?|$)/;

/** The call, and what is asked of it, in a turn's URL as it was requested; `undefined`: none of our documents points there. */
export function turnIn(url: string): { readonly call: string; readonly then: Then } | undefined {
  const { call, leg: named, turn, asked: what } = turnPath.exec(url)?.groups ?? {};
  const leg = legOf(named);
  const asked = askable.find((each) => each === what);
  return call !== undefined && leg !== undefined && asked !== undefined
    ? { call, then: { asked, leg, turn: Number(turn) } }
    : undefined;
}
