import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A listening server. Requests that come before there is an app wait for it. */
export type WebServer = {
  readonly port: number;
  /** Another app takes over from the next request on; those that are being answered are finished by the one before. */
  readonly serve: (app: RequestListener) => void;
  /** No new connections; what is on its way is answered, event streams are ended, and idle connections are closed. */
  readonly stop: () => Promise<void>;
};

/** Listens on a port, 0 for any; on all addresses where `host` is unset. Refuses when the port is taken. */
export async function listen(port: number, host: string | undefined): Promise<WebServer> {
  const { promise: ready, resolve: begin } = Promise.withResolvers<RequestListener>();
  let app: RequestListener | undefined;
  const answering = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answering.add(response);
    response.on("close", () => answering.delete(response));
    if (app) app(request, response);
    else void ready.then((listener) => listener(request, response));
  });
  // The largest upload over a slow line; a webhook's body has a shorter time of its own.
  server.requestTimeout = 10 * 60_000;
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve(next) {
      app = next;
      begin(next);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const response of answering) if (isStream(response)) response.end();
        server.closeIdleConnections();
      }),
  };
}

/** What would go on being answered for as long as somebody listens. */
function isStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type")).startsWith("text/event-stream");
}
