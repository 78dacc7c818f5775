import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { account } from "./account.ts";

/** What the app asks of Twilio while callers wait. */
export type Asked = {
  /** A rep is to be rung; returns the SID of the new call. */
  readonly ring: (ask: { readonly to: string; readonly url: string; readonly statusCallback: string }) => string;
  /** A caller is taken out of the queue, or any leg is interrupted, and asks `url`. */
  readonly move: (sid: string, url: string) => void;
  /** A leg is hung up. */
  readonly end: (sid: string) => void;
};

/**
 * Twilio's REST API as far as a waiting line needs it, answered at once. (The exchange of `src/exchange` checks and
 * performs everything, which thousands of callers a second would have to wait for.)
 */
export async function restApi(asked: Asked): Promise<{ readonly url: string; readonly close: () => void }> {
  const queues = new Map<string, object>();

  function answer(method: string, path: string, form: URLSearchParams): object {
    const [kind = "", sid = "", , member = ""] = path
      .replace(/\.json.*$/, "")
      .split("/")
      .slice(4);
    const given = (name: string) => form.get(name) ?? "";
    if (kind === "Queues" && member !== "") asked.move(member, given("Url"));
    else if (kind === "Queues") return ofQueues(method, sid, given("FriendlyName"), Number(given("MaxSize")));
    else if (kind === "Calls" && method === "POST" && sid === "")
      return {
        sid: asked.ring({ to: given("To"), url: given("Url"), statusCallback: given("StatusCallback") }),
        status: "queued",
      };
    else if (kind === "Calls" && given("Status") === "completed") asked.end(sid);
    else if (kind === "Calls" && given("Url") !== "") asked.move(sid, given("Url"));
    return { sid, status: "in-progress" };
  }

  function ofQueues(method: string, sid: string, name: string, size: number): object {
    if (method === "GET") return { queues: [...queues.values()], uri: "", page: 0, page_size: 1000 };
    const own = sid === "" ? `QU${String(queues.size + 1).padStart(32, "0")}` : sid;
    const queue = { ...queues.get(own), sid: own, max_size: size, ...(name === "" ? {} : { friendly_name: name }) };
    queues.set(own, queue);
    return queue;
  }

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const said = answer(request.method ?? "", request.url ?? "", new URLSearchParams(body));
      response.writeHead(request.method === "POST" ? 201 : 200, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ account_sid: account.sid, date_created: new Date().toUTCString(), ...said }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const piece of request.setEncoding("utf8")) body += piece;
  return body;
}
