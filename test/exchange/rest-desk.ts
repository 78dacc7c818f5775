import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import twilio from "twilio";
import { virtualClock } from "../../src/exchange/clock.ts";
import { startExchange } from "../../src/exchange/exchange.ts";
import { restExchanges } from "./openapi.ts";

export const account = `AC${"1".repeat(32)}`;
export const token = "secret";
export const line = "+12125550000";

/** An exchange with one line, the SDK as its client, and an application that answers each path with a document. */
export async function openDesk(documents: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const application = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://application").pathname;
    asked.push(path);
    request.resume();
    response.setHeader("content-type", "text/xml");
    response.end(`<Response>${documents[path] ?? ""}</Response>`);
  });
  await new Promise<void>((resolve) => application.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(application.address() as AddressInfo).port}`;
  const clock = virtualClock(Date.parse("2026-03-02T15:00:00Z"));
  const numbers = [{ phoneNumber: line, voiceUrl: `${base}/voice` }];
  const exchange = await startExchange({ clock, accountSid: account, authToken: token, numbers });
  const client = twilio(account, token);
  client.api.baseUrl = exchange.url;
  return {
    exchange,
    client,
    /** Every REST request so far with its answer. */
    exchanges: () => restExchanges(exchange.log),
    /** Absolute URL of a path of the application. */
    at: (path: string) => base + path,
    /** Paths that were asked of the application, in order. */
    asked,
    passes: (seconds: number) => clock.advance(seconds * 1000, () => exchange.idle()),
    async close() {
      await exchange.close();
      application.closeAllConnections();
      await new Promise((resolve) => application.close(resolve));
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
