import { randomBytes } from "node:crypto";
import type { Router } from "express";
import { demoTelephones } from "./demo-telephones.ts";
import { startExchange, type Exchange } from "./exchange/exchange.ts";
import { pacedClock, type PacedClock } from "./exchange/paced-clock.ts";
import { readCompany } from "./phone/company.ts";
import type { Routing } from "./routing/routing.ts";
import { machineClock } from "./work/clock.ts";

/** The exchange that plays Twilio in demo mode: an account of its own, and the business's lines as its numbers. */
export type Demo = {
  readonly exchange: Exchange;
  /** The time of the exchange and of the app, which a page may have go faster. */
  readonly clock: PacedClock;
  readonly account: { readonly sid: string; readonly authTokens: readonly [string]; readonly apiUrl: string };
};

/** Opens the demo's exchange on a port of this machine. */
export async function openDemo(port: number): Promise<Demo> {
  const sid = `AC${randomBytes(16).toString("hex")}`;
  const authToken = randomBytes(16).toString("hex");
  const clock = pacedClock(machineClock);
  const exchange = await startExchange({
    clock,
    accountSid: sid,
    authToken,
    numbers: [],
    port,
    keepLog: 2_000,
  });
  return { exchange, clock, account: { sid, authTokens: [authToken], apiUrl: exchange.url } };
}

/** The demo's telephones, as the pages reach them. */
export function telephones({ exchange, clock }: Pick<Demo, "exchange" | "clock">, routingFile: string): Router {
  return demoTelephones({ exchange, clock, company: () => readCompany(routingFile, "audio/manifest.json") });
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

/** The routing as the demo uses it: open round the clock, and never night, so that a newcomer can call and be called at any hour. */
export function alwaysOpen(routing: unknown): unknown {
  if (!isObject(routing)) return routing;
  const { queues, business } = routing;
  return {
    ...routing,
    ...(isObject(queues) ? { queues: Object.fromEntries(Object.entries(queues).map(withoutHours)) } : {}),
    ...(isObject(business) ? { business: withoutNight(business) } : {}),
  };
}

function withoutHours([id, queue]: [string, unknown]): [string, unknown] {
  if (!isObject(queue)) return [id, queue];
  const { hours: _, ...rest } = queue;
  return [id, rest];
}

function withoutNight(business: Fields): Fields {
  const outbound = isObject(business["outbound"]) ? business["outbound"] : {};
  return { ...business, outbound: { ...outbound, daytime: ["00:00", "24:00"] } };
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
