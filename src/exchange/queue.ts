import type { Leg } from "./leg.ts";
import { openLine, type Line } from "./line.ts";
import type { Fetch, Plant } from "./plant.ts";
import { openSlot, type Scope, type Slot } from "./scope.ts";
import type { Params } from "./signature.ts";
import type { MemberRecord, QueueRecord } from "./records/queue.ts";
import type { Bridge } from "./bridge.ts";

/** One waiting call. */
export type Member = {
  readonly leg: Leg;
  readonly enqueuedAt: number;
  dequeuedAt: number | undefined;
  /** Who dials the queue and takes this call out of it. */
  readonly taken: Slot<Handover>;
};
/** A call being taken out of a queue: what it hears first, and the bridge once they are connected (or that they never were). */
export type Handover = {
  readonly dialer: Leg;
  /** The Dial that takes it; where it was stopped meanwhile there is nobody to be connected with. */
  readonly scope: Scope;
  readonly whisper: Fetch | undefined;
  readonly bridged: Slot<Bridge | undefined>;
};
/** One queue. */
export type Queue = {
  readonly sid: string;
  readonly createdAt: number;
  readonly line: Line<Member>;
  /** Those who dialled the queue while it was empty, first come first served. */
  readonly dialers: ((member: Member) => void)[];
  friendlyName: string;
  maxSize: number;
  updatedAt: number;
  /** Sum of the instants at which those in the line joined, for their average wait. */
  joinedSum: number;
};

const usualMaxSize = 1000;

/** A new queue of that name. */
export function openQueue(plant: Plant, friendlyName: string, maxSize = usualMaxSize): Queue {
  const now = plant.clock.now();
  const queue: Queue = {
    sid: plant.post.chance.sid("QU"),
    createdAt: now,
    updatedAt: now,
    line: openLine(),
    dialers: [],
    friendlyName,
    maxSize,
    joinedSum: 0,
  };
  plant.queues.set(queue.sid, queue);
  plant.queueNames.set(friendlyName, queue);
  return queue;
}

/** Puts a call at the end of a queue; somebody who waits for one takes it at once. */
export function joinQueue(plant: Plant, queue: Queue, leg: Leg): Member {
  const member: Member = { leg, enqueuedAt: plant.clock.now(), dequeuedAt: undefined, taken: openSlot() };
  queue.line.join(leg.sid, member);
  queue.joinedSum += member.enqueuedAt;
  queue.updatedAt = plant.clock.now();
  const dialer = queue.dialers.shift();
  if (dialer) {
    // At once, or somebody else who dials in the same moment would get the same caller.
    leaveQueue(plant, queue, member);
    dialer(member);
  }
  return member;
}

/** Takes a call out of a queue; nothing when it is out already. */
export function leaveQueue(plant: Plant, queue: Queue, member: Member): void {
  if (!queue.line.leave(member.leg.sid)) return;
  queue.joinedSum -= member.enqueuedAt;
  queue.updatedAt = plant.clock.now();
  member.dequeuedAt = plant.clock.now();
  member.leg.queueTime += member.dequeuedAt - member.enqueuedAt;
}

/** Seconds a call waited, or has waited until now. */
export const waited = (plant: Plant, member: Member): number =>
  Math.floor(((member.dequeuedAt ?? plant.clock.now()) - member.enqueuedAt) / 1000);

function averageWait(plant: Plant, queue: Queue): number {
  const { size } = queue.line;
  return size === 0 ? 0 : Math.floor((plant.clock.now() - queue.joinedSum / size) / 1000);
}

/** What requests from the wait document say of the queue. */
export function waitParams(plant: Plant, queue: Queue, member: Member): Params {
  return {
    QueueSid: queue.sid,
    QueueTime: String(waited(plant, member)),
    QueuePosition: String(queue.line.place(member.leg.sid)),
    AvgQueueTime: String(averageWait(plant, queue)),
    CurrentQueueSize: String(queue.line.size),
    MaxQueueSize: String(queue.maxSize),
  };
}

/** The queue as the REST API shows it. */
export function queueRecord(plant: Plant, queue: Queue): QueueRecord {
  const { sid, friendlyName, maxSize, createdAt, updatedAt, line } = queue;
  return {
    sid,
    friendlyName,
    maxSize,
    createdAt,
    updatedAt,
    currentSize: line.size,
    averageWaitTime: averageWait(plant, queue),
  };
}

/** A member as the REST API shows it. */
export function memberRecord(plant: Plant, queue: Queue, member: Member, position?: number): MemberRecord {
  return {
    callSid: member.leg.sid,
    queueSid: queue.sid,
    enqueuedAt: member.enqueuedAt,
    position: position ?? queue.line.place(member.leg.sid),
    waitTime: waited(plant, member),
  };
}
