import type { Clock } from "./clock.ts";
import { attempt, type Agents, type HttpAnswer, type HttpFailure, type HttpRequest } from "./attempt.ts";
import { compose } from "./compose.ts";
import type { Breakage } from "./faults.ts";
import type { Flight } from "./flight.ts";
import type { Log, Purpose } from "./log.ts";
import { readOverrides, type Overrides } from "./overrides.ts";
import type { Chance } from "./sids.ts";
import { type Params, plainUrl } from "./signature.ts";
import type { HttpMethod } from "./target.ts";

/** A request to somebody's server: the URL absolute, with its connection overrides. */
export type Webhook = {
  readonly purpose: Purpose;
  readonly method: HttpMethod;
  readonly url: string;
  readonly params: Params;
  readonly callSid?: string;
  /** What is known already of a sound. */
  readonly etag?: string;
};
/** What came back; `url` is where redirects led. */
export type Answer = {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly headers: HttpAnswer["headers"];
  readonly body: Buffer;
  readonly url: string;
};
/** Why nothing came back that could be used: Twilio's error code, the URL asked. */
export type Failure = { readonly code: number; readonly message: string; readonly url: string };

/** What sending takes. */
export type Post = {
  readonly clock: Clock;
  readonly authToken: string;
  readonly agents: Agents;
  readonly breakage: Breakage;
  readonly flight: Flight;
  readonly log: Log;
  readonly chance: Chance;
  /** False once the exchange is closed: nothing goes out any more. */
  isOpen(): boolean;
  /** Waits for its turn where requests go out one at a time; the returned function passes the turn on. */
  turn(): Promise<() => void>;
};

const mostRedirects = 10;

/** Sends a webhook, retried and redirected as Twilio does; status 4xx and 5xx are failures with code 11200. */
export async function send(post: Post, webhook: Webhook): Promise<Answer | Failure> {
  if (!post.isOpen()) return { code: 11200, message: "the exchange is closed", url: plainUrl(webhook.url) };
  const hold = { land: post.flight.begin() };
  try {
    return await follow(post, webhook, hold);
  } finally {
    hold.land();
  }
}

/** What keeps a webhook counted as in flight. */
type Hold = { land: () => void };

async function follow(post: Post, webhook: Webhook, hold: Hold): Promise<Answer | Failure> {
  let { method, url, params } = webhook;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const answer = await retried(post, { ...webhook, method, url, params }, hold);
    if ("code" in answer) return { ...answer, url: plainUrl(url) };
    const location = answer.headers.location;
    if (answer.status >= 300 && answer.status < 400 && location) {
      const next = URL.parse(location, plainUrl(url));
      if (!next) return { code: 11200, message: `redirected to no URL: ${location}`, url: plainUrl(url) };
      // What was posted is not posted again: Twilio follows with a GET that has none of the parameters.
      [method, url, params] = ["GET", next.href, {}];
      continue;
    }
    const unchanged = answer.status === 304 && webhook.etag !== undefined;
    if ((answer.status < 200 || answer.status >= 300) && !unchanged)
      return { code: 11200, message: `answered ${answer.status}`, url: plainUrl(url) };
    const contentType = answer.headers["content-type"];
    return { status: answer.status, contentType, headers: answer.headers, body: answer.body, url: plainUrl(url) };
  }
  return { code: 11215, message: "too many redirects", url: plainUrl(webhook.url) };
}

/** The tries of one request; all of them carry the same idempotency token. */
async function retried(post: Post, webhook: Webhook, hold: Hold): Promise<HttpAnswer | HttpFailure> {
  const overrides = readOverrides(webhook.url);
  if (!overrides) return { code: 11243, message: "the retry policy is invalid", while: "connecting" };
  const request = compose(post.authToken, tokenOf(post.chance), webhook);
  const disturbance =
    webhook.purpose === "sound" ? undefined : post.breakage.disturbance(post.clock.now(), nameOf(webhook));
  if (disturbance?.how === "late") await onTheClock(post, disturbance.ms, hold);
  if (disturbance?.how === "repeated") repeatLater(post, webhook, request, overrides, disturbance.ms);
  const started = performance.now();
  for (let tries = 1; ; tries++) {
    const left = overrides.totalTime - (performance.now() - started);
    if (left <= 0) return { code: 11203, message: "the total time is over", while: "reading" };
    const result = await oneTry(post, webhook, request, overrides, { left, tries, hold });
    if (tries > overrides.retries || !overrides.retryOn.has(kindOf(result))) return result;
  }
}

/** What a webhook says, without what chance alone decides: SIDs, and the port that is asked. */
function nameOf({ purpose, url, params: { From, To, CallStatus, Digits } }: Webhook): string {
  const path = new URL(plainUrl(url)).pathname.replaceAll(/[A-Z]{2}[0-9a-f]{32}/g, "");
  return [purpose, path, From, To, CallStatus, Digits].join(" ");
}

/** A token in the shape of a UUID. */
function tokenOf(chance: Chance): string {
  return chance.sid("").replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function kindOf(result: HttpAnswer | HttpFailure): string {
  if ("code" in result) return result.while === "connecting" ? "ct" : "rt";
  return result.status >= 500 ? "5xx" : result.status >= 400 ? "4xx" : "fine";
}

type Try = { readonly left: number; readonly tries: number; readonly hold: Hold };

async function oneTry(post: Post, webhook: Webhook, request: HttpRequest, overrides: Overrides, one: Try) {
  const loss = post.breakage.lossOf(plainUrl(webhook.url));
  const go = () => attempt(post.agents, request, overrides, one.left);
  const pass = await post.turn();
  let result: HttpAnswer | HttpFailure;
  try {
    // Lost on the way there: the server never sees it.
    if (loss === "connection") result = { code: 11205, message: "connection lost", while: "connecting" };
    else if (loss === 500) result = { status: 500, headers: {}, body: Buffer.from("lost on the way") };
    else {
      const copies = await Promise.all(
        Array.from({ length: webhook.purpose === "sound" ? 1 : post.breakage.copies }, go),
      );
      [result = { code: 11205, message: "not sent", while: "connecting" }] = copies;
    }
  } finally {
    pass();
  }
  if (loss === "timeout") {
    // The server did its work, the answer never came: the read timeout passes on the exchange's clock.
    result = { code: 11205, message: "no answer within the read timeout", while: "reading" };
    await onTheClock(post, overrides.readTimeout, one.hold);
  }
  record(post, webhook, request, one.tries, result);
  return result;
}

/** Lets time pass on the clock, in which nothing counts as in flight: a virtual clock moves only when nothing is. */
async function onTheClock(post: Post, ms: number, hold: Hold) {
  hold.land();
  await new Promise<void>((resolve) => post.clock.after(ms, resolve));
  hold.land = post.flight.begin();
}

/** The same request once more, with the same token; nobody waits for its answer. */
function repeatLater(post: Post, webhook: Webhook, request: HttpRequest, overrides: Overrides, ms: number) {
  post.clock.after(ms, () => {
    const hold = { land: post.flight.begin() };
    void oneTry(post, webhook, request, overrides, { left: overrides.totalTime, tries: 1, hold }).finally(() =>
      hold.land(),
    );
  });
}

function record(post: Post, webhook: Webhook, request: HttpRequest, tries: number, result: HttpAnswer | HttpFailure) {
  post.log.add({
    kind: "webhook",
    at: post.clock.now(),
    purpose: webhook.purpose,
    method: webhook.method,
    url: request.url,
    params: webhook.params,
    attempt: tries,
    ...(webhook.callSid === undefined ? {} : { callSid: webhook.callSid }),
    ...("code" in result
      ? { code: result.code }
      : { status: result.status, ...(webhook.purpose === "sound" ? {} : { body: result.body.toString("utf8") }) }),
  });
}
