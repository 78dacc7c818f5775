import { RestFault } from "../switchboard.ts";
import type { CallRecord, CallStatus, Instructions } from "../records/call.ts";
import { whole } from "../twiml/attribute.ts";
import { answered, dateOrNull, dateText, gone } from "./answer.ts";
import { instant } from "./instant.ts";
import { nationalText } from "./national.ts";
import { paged } from "./page.ts";
import { present, type Parameters } from "./parameters.ts";
import { callRinging } from "./ringing.ts";
import type { RestCall, Route } from "./route.ts";
import { atMost, endpoint, sid, target } from "./rules.ts";

const subresources = ["Notifications", "Recordings", "Payments", "Events", "Siprec", "Streams", "Transcriptions"];

/** Initiated is an event's word; the resource still says queued. */
const shown = (status: CallStatus): string => (status === "initiated" ? "queued" : status);

const resource =
  ({ account, switchboard }: RestCall) =>
  (call: CallRecord) => ({
    sid: call.sid,
    account_sid: switchboard.accountSid,
    api_version: "2010-04-01",
    parent_call_sid: call.parentCallSid ?? null,
    from: call.from,
    from_formatted: nationalText(call.from),
    to: call.to,
    to_formatted: nationalText(call.to),
    phone_number_sid: call.phoneNumberSid ?? null,
    status: shown(call.status),
    direction: call.direction,
    date_created: dateText(call.createdAt),
    date_updated: dateText(call.updatedAt),
    start_time: dateOrNull(call.startedAt),
    end_time: dateOrNull(call.endedAt),
    duration: call.duration === undefined ? null : String(call.duration),
    queue_time: String(call.queueTime),
    answered_by: call.answeredBy ?? null,
    caller_name: call.callerName ?? null,
    forwarded_from: null,
    group_sid: null,
    trunk_sid: null,
    price: null,
    price_unit: "USD",
    uri: `${account}/Calls/${call.sid}.json`,
    subresource_uris: Object.fromEntries(
      subresources.map((name) => [name.toLowerCase(), `${account}/Calls/${call.sid}/${name}.json`]),
    ),
  });

/** What the call runs; refuses 21205 where nothing says it. Of a URL and a document, a new call takes the URL. */
function instructions(form: Parameters): Instructions | undefined {
  const url = target(form, "Url", "Method", 21205);
  const twiml = form.text("Twiml", atMost(4000, 32018));
  return url ?? (twiml === undefined ? undefined : { twiml });
}

function create(call: RestCall) {
  const run = instructions(call.form);
  if (!run) throw new RestFault(400, 21205, "a call has a Url or Twiml");
  const fallback = target(call.form, "FallbackUrl", "FallbackMethod", 21205);
  const order = { ...callRinging(call.form), run, ...present({ fallback }) };
  call.form.nothingElse();
  return answered(201, resource(call)(call.switchboard.createCall(order)));
}

function update(call: RestCall) {
  const { form, ids, switchboard } = call;
  const run = instructions(form);
  const change = present({
    run,
    status: form.choice("Status", 20001, "canceled", "completed"),
    fallback: target(form, "FallbackUrl", "FallbackMethod", 21205),
    statusCallback: target(form, "StatusCallback", "StatusCallbackMethod", 21609),
    timeLimit: form.number("TimeLimit", whole(20001, 1)),
  });
  const both = run !== undefined && "url" in run && form.text("Twiml", atMost(4000, 32018)) !== undefined;
  if (both) throw new RestFault(400, 20001, "a call is changed to a Url or to Twiml, not to both");
  form.nothingElse();
  return answered(200, resource(call)(switchboard.updateCall(ids[0], change)));
}

const statuses: readonly CallStatus[] = [
  ...(["queued", "ringing", "in-progress", "completed"] as const),
  ...(["busy", "failed", "no-answer", "canceled"] as const),
];

function list(call: RestCall) {
  const { query, switchboard } = call;
  const day = instant(query, "StartTime");
  const filter = present({
    to: query.text("To", endpoint(20001)),
    from: query.text("From", endpoint(20001)),
    parentCallSid: query.text("ParentCallSid", sid("CA", 20001)),
    status: query.choice("Status", 20001, ...statuses),
    startedAfter: instant(query, "StartTime>") ?? day,
    startedBefore: instant(query, "StartTime<") ?? (day === undefined ? undefined : day + 86_400_000 - 1),
  });
  return paged(call, "calls", switchboard.listCalls(filter), resource(call));
}

/** Calls. https://www.twilio.com/docs/voice/api/call-resource */
export const calls: readonly Route[] = [
  { method: "POST", path: "/Calls.json", answer: create },
  { method: "GET", path: "/Calls.json", answer: list },
  {
    method: "GET",
    path: "/Calls/{CA}.json",
    answer: (call) => answered(200, resource(call)(call.switchboard.fetchCall(call.ids[0]))),
  },
  { method: "POST", path: "/Calls/{CA}.json", answer: update },
  {
    method: "DELETE",
    path: "/Calls/{CA}.json",
    answer: ({ switchboard, ids }) => {
      switchboard.deleteCall(ids[0]);
      return gone;
    },
  },
];
