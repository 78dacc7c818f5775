import type { Plant } from "./plant.ts";
import type { Params } from "./signature.ts";
import { RestFault } from "./switchboard.ts";
import type { MessageOrder, MessageRecord, MessageStatus } from "./records/message.ts";
import { mayBeWritten, numberOf, refuseOtherChannel } from "./whatsapp.ts";
import { send } from "./webhook.ts";

/** Milliseconds from accepting a message to having sent it, and from there to its delivery. */
const [sendingTakes, deliveryTakes] = [200, 800];

type Sending = MessageOrder & { readonly direction: "outbound-api" | "outbound-reply" };

/** Accepts a message for sending; refuses what Twilio refuses at once. */
export function sendMessage(plant: Plant, order: Sending): MessageRecord {
  refuseOtherChannel(order.from, order.to);
  if (![...plant.numbers.values()].some((number) => number.phoneNumber === numberOf(order.from)))
    throw new RestFault(
      400,
      21606,
      `The From phone number ${order.from} is not a valid, SMS-capable number of this account.`,
    );
  if (plant.optedOut.has(`${order.from} ${order.to}`))
    throw new RestFault(400, 21610, "Attempt to send to unsubscribed recipient");
  const message = keep(plant, { ...order, status: "queued" });
  const open = mayBeWritten(plant, order.from, order.to);
  const reachable = open && plant.handset(order.to).line !== "unreachable";
  const errorCode = open ? "30003" : "63016";
  const move = (status: MessageStatus, ms: number, then: () => void) =>
    plant.clock.after(ms, () => {
      const before = plant.messages.get(message.sid) ?? message;
      const now = plant.clock.now();
      plant.messages.set(message.sid, { ...before, status, updatedAt: now, sentAt: before.sentAt ?? now });
      tell(plant, order, message.sid, status, errorCode);
      then();
    });
  move("sent", sendingTakes, () =>
    move(reachable ? "delivered" : "undelivered", deliveryTakes, () => {
      if (reachable) plant.handset(order.to).receive({ from: order.from, body: order.body, at: plant.clock.now() });
    }),
  );
  return message;
}

type Kept = Pick<MessageRecord, "from" | "to" | "body" | "status" | "direction">;

/** Keeps a message that was sent or came in. */
export function keep(plant: Plant, { from, to, body, status, direction }: Kept): MessageRecord {
  const now = plant.clock.now();
  const sid = plant.post.chance.sid("SM");
  const message = {
    sid,
    from,
    to,
    body,
    status,
    direction,
    numSegments: segments(body),
    createdAt: now,
    updatedAt: now,
  };
  plant.messages.set(sid, message);
  return message;
}

/** Segments a text takes: 160 characters (153 of several) in the usual alphabet, 70 (67) beyond it. */
function segments(body: string): number {
  const plain = /^[\n\r -~£¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§äöñüà¡¿ΔΦΓΛΩΠΨΣΘΞ€]*$/u.test(body);
  const [one, many] = plain ? [160, 153] : [70, 67];
  return body.length <= one ? 1 : Math.ceil(body.length / many);
}

function tell(plant: Plant, order: Sending, sid: string, status: MessageStatus, errorCode: string) {
  const url = order.statusCallback;
  if (!url) return;
  const params: Params = {
    SmsStatus: status,
    MessageStatus: status,
    SmsSid: sid,
    MessageSid: sid,
    To: order.to,
    From: order.from,
    AccountSid: plant.accountSid,
    ApiVersion: "2010-04-01",
    ...(status === "undelivered" ? { ErrorCode: errorCode } : {}),
  };
  const go = () => void send(plant.post, { purpose: "sms-status", method: "POST", url, params });
  const late = plant.post.breakage.statusDelay();
  if (late > 0) plant.clock.after(late, go);
  else go();
}
