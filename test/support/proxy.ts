import { createServer, request, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a proxy does with a request: where it asks in its place, or what it answers itself. */
export type Manner = (asked: { readonly path: string; readonly headers: IncomingHttpHeaders }) => {
  readonly path?: string;
  readonly headers?: IncomingHttpHeaders;
  readonly answer?: { readonly status: number; readonly headers?: Record<string, string> };
};

/** A proxy before a server of this machine, whose manners can be changed. */
export type Proxy = {
  readonly url: string;
  /** The port behind it. */
  to: number;
  manner: Manner;
  readonly close: () => Promise<void>;
};

/** Opens one that changes nothing yet. */
export async function openProxy(): Promise<Proxy> {
  const server = createServer((asked, response) => {
    const {
      answer,
      path = asked.url ?? "/",
      headers = asked.headers,
    } = self.manner({
      path: asked.url ?? "/",
      headers: asked.headers,
    });
    if (answer) {
      response.writeHead(answer.status, answer.headers).end();
      return;
    }
    const behind = request({ port: self.to, host: "127.0.0.1", method: asked.method, path, headers }, (came) => {
      response.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(response);
    });
    behind.on("error", () => badGateway(response));
    asked.pipe(behind);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const self: Proxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    to: 0,
    manner: () => ({}),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return self;
}

function badGateway(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(502);
  response.end();
}
