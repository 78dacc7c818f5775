import type { MessageRecord } from "../records/message.ts";
import { answered, dateOrNull, dateText } from "./answer.ts";
import { paged } from "./page.ts";
import { needed, present } from "./parameters.ts";
import type { RestCall, Route } from "./route.ts";
import { address, atMost, textAddress } from "./rules.ts";

const resource =
  ({ account, switchboard }: RestCall) =>
  (message: MessageRecord) => ({
    sid: message.sid,
    account_sid: switchboard.accountSid,
    api_version: "2010-04-01",
    messaging_service_sid: null,
    from: message.from,
    to: message.to,
    body: message.body,
    status: message.status,
    direction: message.direction,
    num_segments: String(message.numSegments),
    num_media: "0",
    error_code: message.errorCode ?? null,
    error_message: null,
    price: null,
    price_unit: "USD",
    date_created: dateText(message.createdAt),
    date_updated: dateText(message.updatedAt),
    date_sent: dateOrNull(message.sentAt),
    uri: `${account}/Messages/${message.sid}.json`,
    subresource_uris: { media: `${account}/Messages/${message.sid}/Media.json` },
  });

function create(call: RestCall) {
  const { form } = call;
  const to = needed(form.text("To", textAddress(21211)), 21604, "To");
  const from = needed(form.text("From", textAddress(21212)), 21603, "From");
  const body = needed(form.text("Body", atMost(1600, 21617)) || undefined, 21602, "Body");
  const statusCallback = form.text("StatusCallback", address(21609));
  form.nothingElse();
  const order = { to, from, body, ...present({ statusCallback }) };
  return answered(201, resource(call)(call.switchboard.createMessage(order)));
}

function list(call: RestCall) {
  const filter = present({
    to: call.query.text("To", textAddress(20001)),
    from: call.query.text("From", textAddress(20001)),
  });
  return paged(call, "messages", call.switchboard.listMessages(filter), resource(call));
}

/** Text messages. https://www.twilio.com/docs/messaging/api/message-resource */
export const messages: readonly Route[] = [
  { method: "POST", path: "/Messages.json", answer: create },
  { method: "GET", path: "/Messages.json", answer: list },
  {
    method: "GET",
    path: "/Messages/{SM}.json",
    answer: (call) => answered(200, resource(call)(call.switchboard.fetchMessage(call.ids[0]))),
  },
];
