import type { Exchange } from "../../src/exchange/exchange.ts";
import { openApiFaults, restExchanges } from "../exchange/openapi.ts";

type Span = { readonly from: number; readonly until: number };

/** What somebody has complained of: Twilio in its debugger, its OpenAPI document, and the app in its log. */
export type Complaints = {
  /** Faults that Twilio would have noted although we were running, how often each. */
  readonly twilio: ReadonlyMap<string, number>;
  /** Of each fault the first time, with what its call was asked before. */
  readonly examples: readonly string[];
  /** Requests to the REST API that depart from its document. */
  readonly rest: ReadonlyMap<string, number>;
  /** Lines of the app's log at the level of an error, how often each. */
  readonly errors: ReadonlyMap<string, number>;
  /** Why each caller, or return call, was overtaken, each time. */
  readonly overtaken: ReadonlyMap<string, readonly string[]>;
  readonly webhooks: () => number;
  readonly requests: () => number;
  /** Takes a line of the app's log. */
  readonly read: (text: string) => void;
  /** The app is not running: that it cannot be reached is no complaint. */
  readonly outage: (span: Span) => void;
  /** The REST API is broken on purpose: that it fails is no complaint. */
  readonly restFails: (span: Span) => void;
};

/** How long after an outage something may still fail because of it, in milliseconds: its tries were lost in it. */
const afterwards = 20_000;
const error = 50;
const unreachable = /^112/;

export function openComplaints({
  exchange,
  now,
}: {
  readonly exchange: Exchange;
  readonly now: () => number;
}): Complaints {
  const [twilio, rest, errors] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const examples: string[] = [];
  const overtaken = new Map<string, readonly string[]>();
  const [outages, failures]: [Span[], Span[]] = [[], []];
  let [webhooks, requests] = [0, 0];
  const note = (map: Map<string, number>, what: string) => map.set(what, (map.get(what) ?? 0) + 1);
  const isIn = (spans: readonly Span[]) =>
    spans.some(({ from, until }) => now() >= from && now() <= until + afterwards);
  exchange.onLog((entry) => {
    if (entry.kind === "webhook") webhooks += 1;
    else if (entry.kind === "rest") {
      requests += 1;
      for (const fault of openApiFaults(restExchanges([entry])))
        note(rest, fault.replaceAll(/[A-Z]{2}[0-9a-f]{32}/g, "…"));
    } else if (!unreachable.test(String(entry.code)) || !isIn(outages)) {
      if (!twilio.has(`${entry.code} ${entry.message}`)) examples.push(exampleOf(exchange, entry));
      note(twilio, `${entry.code} ${entry.message}`);
    }
  });
  return {
    twilio,
    examples,
    rest,
    errors,
    overtaken,
    webhooks: () => webhooks,
    requests: () => requests,
    read(text) {
      const { level, msg, err, call = "", cause = "" } = JSON.parse(text) as LogLine;
      if (msg === "overtaken") overtaken.set(call, [...(overtaken.get(call) ?? []), cause]);
      if (level >= error && !isIn(failures)) note(errors, err?.message === undefined ? msg : `${msg}: ${err.message}`);
    },
    outage: (span) => void outages.push(span),
    restFails: (span) => void failures.push(span),
  };
}

type LogLine = {
  readonly level: number;
  readonly msg: string;
  readonly err?: { readonly message?: string };
  readonly call?: string;
  readonly cause?: string;
};

type Fault = Extract<Exchange["log"][number], { readonly kind: "error" | "warning" }>;

function exampleOf({ log }: Exchange, { at, code, message, callSid }: Fault): string {
  const time = (when: number) => new Date(when).toISOString();
  const asked = log.flatMap((entry) =>
    entry.kind === "webhook" && entry.callSid === callSid
      ? [
          `  ${time(entry.at)} ${entry.purpose} ${entry.url} ${JSON.stringify(entry.params)} ${entry.body ?? entry.code}`,
        ]
      : [],
  );
  return [`${time(at)} ${code} ${message} in ${callSid}`, ...asked.slice(-8)].join("\n");
}
