import http from "node:http";
import https from "node:https";
import type { Overrides } from "./overrides.ts";

/** A whole answer. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
};
/** A try that brought no answer: Twilio's error code, and whether it failed while connecting or while reading. */
export type HttpFailure = { readonly code: number; readonly message: string; readonly while: "connecting" | "reading" };
export type HttpRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** The connections the exchange keeps open to those it asks. */
export type Agents = { readonly http: http.Agent; readonly https: https.Agent; close(): void };

/** More connections at once than a listening server holds back (511 in Node) would be refused and retried for seconds. */
const mostConnections = 400;

/** Connections that are kept alive. */
export function openAgents(): Agents {
  const options = { keepAlive: true, maxSockets: mostConnections };
  const agents = { http: new http.Agent(options), https: new https.Agent(options) };
  return {
    ...agents,
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

const codes: Readonly<Record<string, number>> = {
  ECONNREFUSED: 11202,
  ETIMEDOUT: 11201,
  ENOTFOUND: 11210,
  EAI_AGAIN: 11210,
};
const mostBytes = 32 * 1024 * 1024;

/** One try of one request; the times are real milliseconds, `left` is what remains of the total. */
export function attempt(
  agents: Agents,
  request: HttpRequest,
  overrides: Overrides,
  left: number,
): Promise<HttpAnswer | HttpFailure> {
  return new Promise((resolve) => {
    const secure = request.url.startsWith("https:");
    let connected = false;
    let answering = false;
    const timers: NodeJS.Timeout[] = [];
    const settle = (result: HttpAnswer | HttpFailure) => {
      for (const timer of timers) clearTimeout(timer);
      resolve(result);
    };
    const fail = (code: number, message: string) => {
      settle({ code, message, while: connected ? "reading" : "connecting" });
      outgoing.destroy();
    };
    const outgoing = (secure ? https : http).request(request.url, {
      method: request.method,
      headers: request.headers,
      agent: secure ? agents.https : agents.http,
    });
    let reading: NodeJS.Timeout | undefined;
    const expectPacket = () => {
      clearTimeout(reading);
      reading = setTimeout(() => fail(11205, "no answer within the read timeout"), overrides.readTimeout);
      timers.push(reading);
    };
    const onConnected = () => {
      connected = true;
      clearTimeout(connecting);
      expectPacket();
    };
    const connecting = setTimeout(() => fail(11201, "no connection in time"), overrides.connectTimeout);
    timers.push(
      connecting,
      setTimeout(() => fail(11203, "the total time is over"), left),
    );

    outgoing.on("socket", (socket) => {
      if (socket.connecting) socket.once(secure ? "secureConnect" : "connect", onConnected);
      else onConnected();
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      // A kept connection that the other side was just closing says nothing of the server: a new one is opened.
      if (!outgoing.reusedSocket || error.code !== "ECONNRESET" || answering)
        return fail(codes[error.code ?? ""] ?? 11205, error.message);
      for (const timer of timers) clearTimeout(timer);
      resolve(attempt(agents, request, overrides, left));
    });
    outgoing.on("response", (incoming) => {
      answering = true;
      const chunks: Buffer[] = [];
      let bytes = 0;
      incoming.on("data", (chunk: Buffer) => {
        expectPacket();
        bytes += chunk.length;
        if (bytes <= mostBytes) chunks.push(chunk);
      });
      incoming.on("error", (error) => fail(11205, error.message));
      incoming.on("end", () =>
        settle({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
      );
    });
    outgoing.end(request.body);
  });
}
