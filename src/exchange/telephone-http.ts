import type { IncomingMessage, ServerResponse } from "node:http";
import type { Heard } from "./ear.ts";
import type { Telephone } from "./handset.ts";
import type { PhoneCall } from "./phone-call.ts";

/** A telephone over HTTP, for a terminal or a page: `/telephones/:address/events` and the actions beside it. */
export function answerTelephone(
  phone: (address: string) => Telephone,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): void {
  const [, , address = "", action = ""] = (request.url ?? "").split("?")[0]?.split("/") ?? [];
  const telephone = phone(decodeURIComponent(address));
  if (request.method === "GET" && action === "events") return stream(telephone, response);
  const act = request.method === "POST" ? actions[action] : undefined;
  if (!act) return reply(response, 404, { error: "no such action" });
  let input: Input;
  try {
    input = readInput(body);
  } catch {
    return reply(response, 400, { error: "the body is not a JSON object" });
  }
  const outcome = act(telephone, input);
  reply(response, typeof outcome === "string" ? 409 : 200, typeof outcome === "string" ? { error: outcome } : outcome);
}

type Input = Readonly<Record<string, unknown>>;
/** Does one thing with a telephone; a string says why it could not. */
type Action = (telephone: Telephone, input: Input) => object | string;

const text = (input: Input, key: string): string => {
  const value = input[key];
  return typeof value === "string" ? value : "";
};

/** Which calls an action is for where no SID says it, the best first: who talks and is rung hangs up on the talk. */
type Meant = (call: PhoneCall) => boolean;
const talking: Meant = (call) => call.state === "in-progress";
const rung: Meant = (call) => call.state === "ringing" && call.direction === "outbound";
const lasting: Meant = (call) => call.state !== "ended";

/** The call meant: by its SID, else the newest of the best sort there is. */
function callOf(telephone: Telephone, input: Input, meant: readonly Meant[]): PhoneCall | undefined {
  const sid = text(input, "sid");
  if (sid !== "") return telephone.calls.findLast((call) => call.sid === sid);
  return meant.map((sort) => telephone.calls.findLast(sort)).find((call) => call !== undefined);
}

const withCall =
  (meant: readonly Meant[], act: (call: PhoneCall, input: Input) => void): Action =>
  (telephone, input) => {
    const call = callOf(telephone, input, meant);
    if (!call) return "no call";
    act(call, input);
    return described(call);
  };

const actions: Readonly<Record<string, Action>> = {
  dial(telephone, input) {
    const [from, callerName] = [input["from"], input["callerName"]];
    return described(
      telephone.dial(text(input, "to"), {
        ...(typeof from === "string" ? { from } : {}),
        ...(typeof callerName === "string" ? { callerName } : {}),
      }),
    );
  },
  text(telephone, input) {
    void telephone.text(text(input, "to"), text(input, "body"));
    return {};
  },
  answer: withCall([rung], (call) => call.answer()),
  decline: withCall([rung], (call) => call.decline()),
  press: withCall([talking], (call, input) => call.press(text(input, "keys"))),
  say: withCall([talking], (call, input) => call.say(text(input, "words"))),
  hangup: withCall([talking, lasting], (call) => call.hangUp()),
};

function readInput(body: string): Input {
  const parsed: unknown = body.trim() === "" ? {} : JSON.parse(body);
  if (typeof parsed !== "object" || parsed === null) throw new TypeError("not an object");
  return { ...parsed };
}

function reply(response: ServerResponse, status: number, body: object) {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function described(call: PhoneCall) {
  const { sid, direction, from, to, state, startedAt, endedAt, endedBecause, hearing } = call;
  return { sid, direction, from, to, state, startedAt, endedAt, endedBecause, hearing };
}

function stream(telephone: Telephone, response: ServerResponse) {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  const forget = followTelephone(telephone, (event, data) => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  response.on("close", forget);
}

/**
 * Tells what a telephone's listeners are told over HTTP: first `state` with the calls that last and the texts, then what
 * happens. Returns what ends it.
 */
export function followTelephone(telephone: Telephone, tell: (event: string, data: object) => void): () => void {
  const forget: (() => void)[] = [];
  const follow = (call: PhoneCall) => {
    let state = call.state;
    forget.push(
      call.onHeard((heard: Heard) => tell("heard", { sid: call.sid, ...heard })),
      call.onChange(() => {
        if (call.state === state) return;
        state = call.state;
        tell(state === "ended" ? "ended" : "answered", described(call));
      }),
    );
  };
  const there = telephone.calls.filter(lasting);
  tell("state", { address: telephone.address, calls: there.map(described), texts: telephone.texts });
  for (const call of there) follow(call);
  forget.push(
    telephone.onCall((call) => {
      tell(call.direction === "outbound" ? "ringing" : "dialled", described(call));
      // A number that nobody has is over as it is dialled.
      if (call.state === "ended") tell("ended", described(call));
      else follow(call);
    }),
    telephone.onText((one) => tell("text", one)),
  );
  return () => {
    for (const one of forget) one();
  };
}
