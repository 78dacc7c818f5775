import { randomBytes } from "node:crypto";
import { realClock } from "./exchange/clock.ts";
import { startExchange, type Exchange } from "./exchange/exchange.ts";
import type { Routing } from "./routing/routing.ts";

/** The exchange that plays Twilio in demo mode: an account of its own, and the business's lines as its numbers. */
export type Demo = {
  readonly exchange: Exchange;
  readonly account: { readonly sid: string; readonly authTokens: readonly [string]; readonly apiUrl: string };
};

/** Opens the demo's exchange on a port of this machine. */
export async function openDemo(port: number): Promise<Demo> {
  const sid = `AC${randomBytes(16).toString("hex")}`;
  const authToken = randomBytes(16).toString("hex");
  const exchange = await startExchange({
    clock: realClock(),
    accountSid: sid,
    authToken,
    numbers: [],
    port,
    keepLog: 2_000,
  });
  return { exchange, account: { sid, authTokens: [authToken], apiUrl: exchange.url } };
}

type WebhookUrls = {
  readonly voice: string;
  readonly voiceFallback: string;
  readonly status: string;
  readonly sms: string;
};

/** Points the business's numbers at the app, as an admin would in Twilio's console. */
export function pointNumbers(exchange: Exchange, lines: Routing["lines"], urls: WebhookUrls): void {
  for (const { number, name } of lines)
    exchange.setNumber({
      phoneNumber: number,
      friendlyName: name,
      voiceUrl: urls.voice,
      voiceFallbackUrl: urls.voiceFallback,
      statusCallback: urls.status,
      smsUrl: urls.sms,
    });
}

/** The routing as the demo uses it: open round the clock, so that a newcomer can call at any hour. */
export function alwaysOpen(routing: unknown): unknown {
  if (typeof routing !== "object" || routing === null || !("queues" in routing)) return routing;
  const { queues } = routing;
  if (typeof queues !== "object" || queues === null) return routing;
  const open = Object.entries(queues).map(([id, queue]: [string, unknown]) => {
    if (typeof queue !== "object" || queue === null || !("hours" in queue)) return [id, queue];
    const { hours: _, ...rest } = queue;
    return [id, rest];
  });
  return { ...routing, queues: Object.fromEntries(open) };
}
