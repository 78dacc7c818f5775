import type { MemberRecord, QueueRecord } from "../records/queue.ts";
import { whole } from "../twiml/attribute.ts";
import { answered, dateText, gone } from "./answer.ts";
import { paged } from "./page.ts";
import { needed, present } from "./parameters.ts";
import type { RestCall, Route } from "./route.ts";
import { atMost, target } from "./rules.ts";

const resource =
  ({ account, switchboard }: RestCall) =>
  (queue: QueueRecord) => ({
    sid: queue.sid,
    account_sid: switchboard.accountSid,
    friendly_name: queue.friendlyName,
    current_size: queue.currentSize,
    average_wait_time: Math.round(queue.averageWaitTime),
    max_size: queue.maxSize,
    date_created: dateText(queue.createdAt),
    date_updated: dateText(queue.updatedAt),
    uri: `${account}/Queues/${queue.sid}.json`,
  });

const memberResource =
  ({ account }: RestCall) =>
  (member: MemberRecord) => ({
    call_sid: member.callSid,
    queue_sid: member.queueSid,
    date_enqueued: dateText(member.enqueuedAt),
    position: member.position,
    wait_time: Math.floor(member.waitTime),
    uri: `${account}/Queues/${member.queueSid}/Members/${member.callSid}.json`,
  });

function named({ form }: RestCall) {
  const friendlyName = form.text("FriendlyName", atMost(64, 20002));
  const maxSize = form.number("MaxSize", whole(20001, 1, 5000));
  form.nothingElse();
  return present({ friendlyName, maxSize });
}

function create(call: RestCall) {
  const order = named(call);
  const friendlyName = needed(order.friendlyName || undefined, 20002, "FriendlyName");
  return answered(201, resource(call)(call.switchboard.createQueue({ ...order, friendlyName })));
}

function dequeue(call: RestCall) {
  const to = needed(target(call.form, "Url", "Method", 21205), 21205, "Url");
  call.form.nothingElse();
  return answered(200, memberResource(call)(call.switchboard.updateMember(...call.ids, to)));
}

const queueRoutes: readonly Route[] = [
  { method: "POST", path: "/Queues.json", answer: create },
  {
    method: "GET",
    path: "/Queues.json",
    answer: (call) => paged(call, "queues", call.switchboard.listQueues(), resource(call)),
  },
  {
    method: "GET",
    path: "/Queues/{QU}.json",
    answer: (call) => answered(200, resource(call)(call.switchboard.fetchQueue(call.ids[0]))),
  },
  {
    method: "POST",
    path: "/Queues/{QU}.json",
    answer: (call) => answered(200, resource(call)(call.switchboard.updateQueue(call.ids[0], named(call)))),
  },
  {
    method: "DELETE",
    path: "/Queues/{QU}.json",
    answer: ({ switchboard, ids }) => {
      switchboard.deleteQueue(ids[0]);
      return gone;
    },
  },
];

const memberRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/Queues/{QU}/Members.json",
    answer: (call) => paged(call, "queue_members", call.switchboard.listMembers(call.ids[0]), memberResource(call)),
  },
  {
    method: "GET",
    path: "/Queues/{QU}/Members/{any}.json",
    answer: (call) => answered(200, memberResource(call)(call.switchboard.fetchMember(...call.ids))),
  },
  { method: "POST", path: "/Queues/{QU}/Members/{any}.json", answer: dequeue },
];

/** Queues and who waits in them. https://www.twilio.com/docs/voice/api/queue-resource */
export const queues: readonly Route[] = [...queueRoutes, ...memberRoutes];
