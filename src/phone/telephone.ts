import type { Command } from "./command.ts";
import type { Call, PhoneEvent } from "./event.ts";
import { openLine, type Action, type Outcome } from "./line.ts";
import { nothingYet, remember } from "./memory.ts";
import { openWatch } from "./watch.ts";
import { linesOf, since, type Line, type Setting } from "./screen.ts";

/** A telephone in somebody's hand. */
export type Telephone = {
  /** Does what is commanded; resolves when the exchange has answered, or what is waited for has come. */
  readonly run: (command: Exclude<Command, { readonly do: "help" } | { readonly do: "quit" }>) => Promise<void>;
  /** Resolves when no call lasts, or none can any more. */
  readonly idle: () => Promise<void>;
  /** Hangs up on everybody, and is gone. */
  readonly putAway: () => Promise<void>;
};
export type TelephoneOptions = Setting & {
  readonly exchange: string;
  readonly address: string;
  /** Called once, before anything is written. */
  readonly connected: () => void;
  readonly write: (lines: readonly Line[]) => void;
  readonly now: () => number;
};

/** Seconds within which what is waited for is to be heard. */
const hearWithin = 90;
/** How many calls are hung up on before a telephone is put away; nobody has more. */
const mostCalls = 10;

/** Takes up a telephone of the exchange. Throws `OutOfReach` when nobody answers there. */
export async function openTelephone(options: TelephoneOptions): Promise<Telephone> {
  const { exchange, address, book, write, now } = options;
  const sids = new Set<string>();
  const watch = openWatch();
  let memory = nothingYet;
  let unheard: string[] = [];
  const show = (lines: readonly Line[]) => {
    unheard = [...unheard, ...lines.map(({ words }) => words.toLowerCase())].slice(-1_000);
    write(lines);
  };

  const line = await openLine(exchange, address, {
    told(event) {
      show(linesOf(memory, event, options, now()));
      memory = remember(memory, event);
      for (const { sid } of callsIn(event)) sids.add(sid);
      watch.look();
    },
    lost() {
      write([trouble("The connection to the exchange was lost. Trying until it is back …")]);
      watch.giveUp();
    },
    found: (again) => (again ? write([{ words: "The exchange is back.", tone: "quiet" }]) : options.connected()),
  });

  async function act(action: Action, input: Readonly<Record<string, string>>, own?: string): Promise<Call | undefined> {
    const outcome = await line.act(action, input);
    if (typeof outcome === "string") {
      write([trouble(refusal(action, outcome))]);
      return undefined;
    }
    if (own !== undefined)
      write([{ ...(outcome.call ? { at: since(outcome.call, now()) } : {}), words: own, tone: "own" }]);
    return outcome.call;
  }

  async function dial(to: string | number) {
    const number = typeof to === "number" ? book.lines[to - 1]?.number : to;
    if (number === undefined) return write([trouble(`There is no line ${to}.`)]);
    const call = await act("dial", { to: number });
    if (call) await watch.until(() => sids.has(call.sid));
  }

  async function hear(words: string) {
    const wanted = words.toLowerCase();
    const place = () => unheard.findIndex((shown) => shown.includes(wanted));
    const timer = setTimeout(watch.giveUp, hearWithin * 1_000);
    await watch.until(() => place() >= 0);
    clearTimeout(timer);
    if (place() < 0) write([trouble(`Not heard: ${words}`)]);
    unheard = unheard.slice(place() + 1);
  }

  return {
    async run(command) {
      switch (command.do) {
        case "dial":
          return dial(command.to);
        case "press":
          return void (await act("press", { keys: command.keys }, `you pressed ${command.keys}`));
        case "say":
          return void (await act("say", { words: command.words }, `you: “${command.words}”`));
        case "text": {
          const to = book.lines[0]?.number ?? "";
          return void (await act("text", { to, body: command.words }, `✉ you: ${command.words}`));
        }
        case "hear":
          return hear(command.words);
        case "wait":
          return new Promise((resolve) => setTimeout(resolve, command.seconds * 1_000));
        case "nothing":
          return write([trouble(command.because)]);
        default:
          return void (await act(command.do, {}));
      }
    },
    idle: () => watch.until(() => memory.calls.length === 0),
    async putAway() {
      for (let calls = 0; calls < mostCalls; calls++) if (typeof (await line.act("hangup")) === "string") break;
      line.close();
    },
  };
}

const trouble = (words: string): Line => ({ words, tone: "trouble" });

function callsIn({ event, data }: PhoneEvent): readonly { readonly sid: string }[] {
  if (event === "state") return data.calls;
  return event === "text" || event === "heard" ? [] : [data];
}

function refusal(action: Action, outcome: Exclude<Outcome, object>): string {
  if (outcome === "out of reach") return "The exchange cannot be reached. Is npm start still running?";
  if (action === "answer" || action === "decline") return "Nobody rings here now.";
  return action === "hangup" ? "You are in no call." : "Nobody is on the line.";
}
