import { get, type ClientRequest, type IncomingMessage } from "node:http";
import { readCall, readEvent, type Call, type PhoneEvent } from "./event.ts";

/** What a telephone can do at the exchange. */
export type Action = "dial" | "answer" | "decline" | "press" | "say" | "hangup" | "text";
/** How it went: the call that it was done to, or that there is none for it, or that nobody answers. */
export type Outcome = { readonly call?: Call } | "no call" | "out of reach";

/** A telephone's line to the exchange. */
export type Line = {
  readonly act: (action: Action, input?: Readonly<Record<string, string>>) => Promise<Outcome>;
  readonly close: () => void;
};
export type Listener = {
  readonly told: (event: PhoneEvent) => void;
  readonly lost: () => void;
  /** The exchange is there, before it has told anything. */
  readonly found: (again: boolean) => void;
};

/** There is no exchange at the address; the message says what there is. */
export class OutOfReach extends Error {}

/** Milliseconds to the next try to get a lost exchange back. */
const tryAgainAfter = 1_000;
/** Milliseconds after which an action has failed. */
const actsWithin = 5_000;

/** Opens the line of a telephone. Throws `OutOfReach`; an exchange that is lost later is tried for until it is back. */
export async function openLine(exchange: string, address: string, listener: Listener): Promise<Line> {
  const base = `${exchange.replace(/\/+$/, "")}/telephones/${encodeURIComponent(address)}`;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let stream = await connect(`${base}/events`);
  listener.found(false);
  follow();

  function follow() {
    readBlocks(stream.answer, (block) => {
      const event = readEvent(block);
      if (event && !closed) listener.told(event);
    });
    stream.answer.once("close", () => {
      if (closed) return;
      listener.lost();
      again();
    });
  }
  function again() {
    timer = setTimeout(() => {
      connect(`${base}/events`).then((found) => {
        stream = found;
        if (closed) found.request.destroy();
        else {
          listener.found(true);
          follow();
        }
      }, again);
    }, tryAgainAfter);
  }

  return {
    act: (action, input = {}) => post(`${base}/${action}`, input),
    close() {
      closed = true;
      clearTimeout(timer);
      stream.request.destroy();
    },
  };
}

type Stream = { readonly request: ClientRequest; readonly answer: IncomingMessage };

/** `fetch` would end a stream on which nothing is said for five minutes. */
function connect(url: string): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false }, (answer) => {
      answer.on("error", () => answer.destroy());
      if (answer.headers["content-type"] === "text/event-stream") resolve({ request, answer });
      else request.destroy(new OutOfReach("what answers there is not the demo's telephone exchange"));
    });
    request.on("error", (cause) =>
      reject(cause instanceof OutOfReach ? cause : new OutOfReach("nobody answers there", { cause })),
    );
  });
}

/** Server-sent events stand in blocks, an empty line after each. */
function readBlocks(answer: IncomingMessage, take: (block: string) => void) {
  let text = "";
  answer.setEncoding("utf8");
  answer.on("data", (part: string) => {
    const blocks = (text + part).split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) take(block);
  });
}

async function post(url: string, input: object): Promise<Outcome> {
  try {
    const signal = AbortSignal.timeout(actsWithin);
    const answer = await fetch(url, { method: "POST", body: JSON.stringify(input), signal });
    const call = readCall(await answer.json());
    if (answer.status === 409) return "no call";
    return answer.ok ? (call ? { call } : {}) : "out of reach";
  } catch {
    return "out of reach";
  }
}
