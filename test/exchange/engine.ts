import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import twilio from "twilio";
import { onTestFinished } from "vitest";
import { virtualClock } from "../../src/exchange/clock.ts";
import type { PhoneCall } from "../../src/exchange/phone-call.ts";
import { startExchange, type Exchange, type ExchangeOptions } from "../../src/exchange/exchange.ts";

export const accountSid = "AC0123456789abcdef0123456789abcdef";
export const authToken = "12345";
export const line = "+15005550006";
export const start = Date.UTC(2026, 0, 5, 9, 0, 0);

/** A request the exchange made: its path without query, its parameters whether posted or in the query. */
export type Asked = {
  readonly path: string;
  readonly url: string;
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage["headers"];
  readonly signed: boolean;
  readonly at: number;
};
/** What a page answers: TwiML inside `<Response>`, or a whole answer. */
export type Page = string | Whole | ((asked: Asked) => string | Whole);
type Whole = {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
};

/** An exchange with one number, a server that answers what each page says, and a clock that stands still. */
export async function engine(pages: Record<string, Page>, options: Partial<ExchangeOptions> = {}) {
  const clock = virtualClock(start);
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const one = read(request, Buffer.concat(chunks).toString("utf8"), base, clock.now());
      asked.push(one);
      const page = pages[one.path] ?? { status: 404, body: "no such page", type: "text/plain" };
      const answer = typeof page === "function" ? page(one) : page;
      const whole = typeof answer === "string" ? { body: `<Response>${answer}</Response>` } : answer;
      response.writeHead(whole.status ?? 200, { "content-type": whole.type ?? "text/xml", ...whole.headers });
      response.end(whole.body ?? "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const exchange = await startExchange({
    clock,
    accountSid,
    authToken,
    numbers: [{ phoneNumber: line, voiceUrl: `${base}/voice` }],
    ...options,
  });
  const client = twilio(accountSid, authToken);
  client.api.baseUrl = exchange.url;
  onTestFinished(async () => {
    await exchange.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return {
    exchange,
    clock,
    base,
    client,
    asked,
    pages,
    /** What was asked of a page, oldest first. */
    of: (path: string) => asked.filter((one) => one.path === path),
    /** Lets so many seconds pass, and what they bring happen. */
    pass: (seconds: number) => clock.advance(seconds * 1000, () => exchange.idle()),
    caller: exchange.phone("+15005550010"),
    rep: exchange.phone("+15005550020"),
    faults: () => faultsOf(exchange),
  };
}

/** Codes of the faults and warnings in the debugger, 0 (advice) left out. */
function faultsOf(exchange: Exchange): readonly number[] {
  return exchange.log.flatMap((entry) =>
    (entry.kind === "error" || entry.kind === "warning") && entry.code ? [entry.code] : [],
  );
}

function read(request: IncomingMessage, body: string, base: string, at: number): Asked {
  const url = base + (request.url ?? "");
  const method = request.method ?? "";
  const posted = Object.fromEntries(new URLSearchParams(body));
  const params = { ...Object.fromEntries(new URL(url).searchParams), ...posted };
  const signature = String(request.headers["x-twilio-signature"]);
  return {
    path: new URL(url).pathname,
    url,
    method,
    params,
    headers: request.headers,
    signed: twilio.validateRequest(authToken, signature, url, posted),
    at,
  };
}

/** What an ear heard, in short: the words said, the others in a talk, else the kind of sound. */
export function heardBy(call: PhoneCall): readonly string[] {
  return call.heard.map((one) => {
    if (one.kind === "say") return one.text ?? "";
    return one.kind === "person" ? `with ${one.with?.join(" ") || "nobody"}` : one.kind;
  });
}
