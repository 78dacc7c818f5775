import { json, Router, text, type Request, type RequestHandler, type Response } from "express";
import type { Exchange } from "./exchange/exchange.ts";
import { answerTelephone, followTelephone } from "./exchange/telephone-http.ts";
import type { PacedClock } from "./exchange/paced-clock.ts";
import { callerNumber } from "./phone/book.ts";
import type { readCompany } from "./phone/company.ts";

export type DemoTelephones = {
  readonly exchange: Pick<Exchange, "phone" | "log" | "onLog">;
  readonly clock: PacedClock;
  /** The company as its files have it now. */
  readonly company: () => ReturnType<typeof readCompany>;
};

/** How many times as fast as a clock on the wall the demo's time may go. */
const paces = [1, 5, 20, 60] as const;
/** The callers' telephones that a page may show. */
const callers = 9;
/** The most of a log's past that is told. */
const mostPast = 200;

/**
 * The demo's telephones for the pages of this server, and for nobody but this machine: who the company is, what every telephone
 * hears, what can be done with each, how fast time goes, and what goes over the wire. One stream tells of all telephones, because a browser
 * opens no more than six to a server.
 */
export function demoTelephones({ exchange, clock, company }: DemoTelephones): Router {
  const router = Router();
  router.use("/demo", thisMachineAlone);
  router.get("/demo/company", async (_, response) => void response.json(await company()));
  router.get("/demo/telephones/events", async (_, response) => {
    const read = await company();
    const reps = "routing" in read ? Object.values(read.routing.reps).map(({ address }) => address) : [];
    const numbers = Array.from({ length: callers }, (_each, place) => callerNumber(place + 1));
    const tell = stream(response);
    const forget = [...numbers, ...reps].map((address) =>
      followTelephone(exchange.phone(address), (event, data) => tell({ address, event, data })),
    );
    response.on("close", () => {
      for (const one of forget) one();
    });
  });
  router.get("/demo/log", (_, response) => {
    const tell = stream(response);
    for (const entry of exchange.log.slice(-mostPast)) tell(entry);
    response.on("close", exchange.onLog(tell));
  });
  const time = () => ({ now: new Date(clock.now()).toISOString(), pace: clock.pace() });
  router.get("/demo/clock", (_, response) => void response.json(time()));
  router.put("/demo/clock", json({ limit: "1kb" }), ({ body }, response) => {
    const pace = paces.find((one) => one === (body as { readonly pace?: unknown } | undefined)?.pace);
    if (pace === undefined) {
      response
        .status(400)
        .type("text/plain")
        .send(`The pace is one of ${paces.join(", ")}.\n`);
      return;
    }
    clock.setPace(pace);
    response.json(time());
  });
  router.post("/demo/telephones/:address/:action", text({ type: "*/*", limit: "16kb" }), (request, response) => {
    // The exchange knows its telephones by paths of its own.
    request.url = request.url.slice("/demo".length);
    answerTelephone((address) => exchange.phone(address), request, response, bodyOf(request));
  });
  return router;
}

/** Begins a stream of server-sent events; what is returned tells one. */
function stream(response: Response): (one: object) => void {
  response.set({ "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.flushHeaders();
  return (one) => void response.write(`data: ${JSON.stringify(one)}\n\n`);
}

const bodyOf = ({ body }: Request): string => (typeof body === "string" ? body : "");

/**
 * The name in the address keeps out pages whose own name was made to lead here (DNS rebinding); the browser's word on where
 * a request comes from keeps out other sites.
 */
const thisMachineAlone: RequestHandler = (request, response, next) => {
  const host = (request.get("Host") ?? "").replace(/:\d+$/, "").toLowerCase();
  const site = request.get("Sec-Fetch-Site") ?? "none";
  const near = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.socket.remoteAddress ?? "");
  if (near && ["localhost", "127.0.0.1", "[::1]"].includes(host) && ["same-origin", "none"].includes(site))
    return next();
  response
    .status(403)
    .type("text/plain")
    .send("The demo's telephones are for this machine alone, at http://localhost.\n");
};
