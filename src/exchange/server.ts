import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Telephone } from "./handset.ts";
import type { Plant } from "./plant.ts";
import { answerRest } from "./rest/rest.ts";
import type { RestAnswer, Switchboard } from "./switchboard.ts";
import { answerTelephone } from "./telephone-http.ts";

const mostBytes = 1024 * 1024;

/** Serves the REST API and the telephones on 127.0.0.1; 0 is any free port. */
export async function serve(
  plant: Plant,
  switchboard: Switchboard,
  phone: (address: string) => Telephone,
  port: number,
): Promise<Server> {
  const server = createServer((request, response) => {
    const telephone = request.url?.startsWith("/telephones/") ?? false;
    const land = telephone ? () => {} : plant.post.flight.begin();
    response.on("close", land);
    readBody(request)
      .then((body) => {
        if (telephone) answerTelephone(phone, request, response, body);
        else rest(plant, switchboard, request, response, body);
      })
      // Whoever asked has gone, or sends without end.
      .catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}

/** The address a server listens at. */
export function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error("too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function rest(
  plant: Plant,
  switchboard: Switchboard,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
) {
  const url = new URL(request.url ?? "/", "http://exchange");
  const form = new URLSearchParams(body);
  const method = request.method ?? "GET";
  const broken = plant.post.breakage.restAnswer();
  if (broken === "drop") {
    request.socket.destroy();
    return;
  }
  const answer =
    typeof broken === "object"
      ? errorAnswer(broken)
      : answerRest(switchboard, {
          method,
          path: url.pathname,
          query: url.searchParams,
          form,
          authorization: request.headers.authorization,
        });
  const code = typeof answer.body === "string" ? codeOf(answer) : undefined;
  plant.post.log.add({
    kind: "rest",
    at: plant.clock.now(),
    method,
    url: request.url ?? "",
    params: Object.fromEntries(form),
    status: answer.status,
    ...(code === undefined ? {} : { code }),
    form: body,
    answer: typeof answer.body === "string" ? answer.body : "",
  });
  if (broken === "lose") {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.status, { "content-type": answer.contentType });
  response.end(answer.body);
}

function errorAnswer({ status, code }: { readonly status: number; readonly code: number }): RestAnswer {
  const message = status === 429 ? "Too Many Requests" : "Service unavailable";
  const body = { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  return { status, contentType: "application/json", body: JSON.stringify(body) };
}

function codeOf(answer: RestAnswer): number | undefined {
  if (answer.status < 400 || typeof answer.body !== "string") return undefined;
  return Number(/"code":\s*(\d+)/.exec(answer.body)?.[1]) || undefined;
}
