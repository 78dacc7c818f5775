import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Exchange } from "./openapi.ts";

/** What stands between a client and the REST API and writes down all that passes, word for word. */
export type Recorder = {
  /** Base URL to give the client. */
  readonly url: string;
  readonly exchanges: readonly Exchange[];
  close(): Promise<void>;
};

/** Begins to record what a client asks the REST API at `target`, and what it is answered. */
export async function openRecorder(target: string): Promise<Recorder> {
  const exchanges: Exchange[] = [];
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "GET", url: path = "/" } = request;
    const form = await text(request);
    const { authorization = "", "content-type": type = "" } = request.headers;
    const headers = { authorization, "content-type": type };
    const answered = await fetch(target + path, { method, headers, ...(form !== "" && { body: form }) });
    const answer = Buffer.from(await answered.arrayBuffer());
    exchanges.push({ method, path, form, status: answered.status, answer: answer.toString() });
    response.writeHead(answered.status, { "content-type": answered.headers.get("content-type") ?? "" });
    response.end(answer);
  };
  // What the exchange cuts off is cut off here too.
  const server = createServer((request, response) => void pass(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
