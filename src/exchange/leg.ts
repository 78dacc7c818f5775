import type { Clock } from "./clock.ts";
import { openEar, type Ear } from "./ear.ts";
import { openScope, openSlot, type Scope, type Slot } from "./scope.ts";
import type { Params } from "./signature.ts";
import type { CallDirection, CallRecord, CallStatus, StatusCallback } from "./records/call.ts";
import type { Target } from "./target.ts";

/** How a telephone that rings was taken care of. */
export type Pickup = "answered" | "busy" | "no-answer" | "failed" | "canceled";

/** One call at the exchange: one telephone's connection to it. */
export type Leg = {
  readonly sid: string;
  readonly parent: Leg | undefined;
  readonly direction: CallDirection;
  readonly from: string;
  readonly to: string;
  /** Whose telephone it is; who dials may show another number as `from`, or none. */
  readonly address: string;
  readonly callerName: string | undefined;
  readonly createdAt: number;
  readonly ear: Ear;
  /** Stopped when the call ends. */
  readonly life: Scope;
  /** How the ringing ends; given once. */
  readonly pickup: Slot<Pickup>;
  /** The running programme; stopped when the call ends or is given another. */
  programme: Scope | undefined;
  status: CallStatus;
  updatedAt: number;
  startedAt: number | undefined;
  answeredAt: number | undefined;
  endedAt: number | undefined;
  endedBecause: string | undefined;
  queueTime: number;
  answeredBy: string | undefined;
  phoneNumberSid: string | undefined;
  fallback: Target | undefined;
  statusCallback: StatusCallback | undefined;
  /** Number of the next status callback, from 0. */
  sequence: number;
  /** The status callbacks on their way: one leaves when the one before it was answered. */
  reporting: Promise<void>;
  /** Who gets the keys and the words of this telephone, the last first. */
  readonly onKey: ((key: string) => void)[];
  readonly onWords: ((words: string) => void)[];
  readonly onChange: Set<() => void>;
};

type Opening = Pick<Leg, "sid" | "parent" | "direction" | "from" | "to" | "address" | "callerName" | "status">;

/** A new call. */
export function openLeg(clock: Clock, opening: Opening): Leg {
  const now = clock.now();
  return {
    ...opening,
    createdAt: now,
    ear: openEar(clock),
    life: openScope(clock),
    pickup: openSlot(),
    programme: undefined,
    updatedAt: now,
    startedAt: undefined,
    answeredAt: undefined,
    endedAt: undefined,
    endedBecause: undefined,
    queueTime: 0,
    answeredBy: undefined,
    phoneNumberSid: undefined,
    fallback: undefined,
    statusCallback: undefined,
    sequence: 0,
    reporting: Promise.resolve(),
    onKey: [],
    onWords: [],
    onChange: new Set(),
  };
}

/** Gives a call another status and says so. */
export function setStatus(clock: Clock, leg: Leg, status: CallStatus): void {
  leg.status = status;
  leg.updatedAt = clock.now();
  for (const listener of leg.onChange) listener();
}

/** Whether the call is over. */
export const isOver = (leg: Leg): boolean => leg.endedAt !== undefined;

/** Listens to what a telephone's keys or words say, before everybody who listened until now; ends with the scope. */
export function listen(listeners: ((said: string) => void)[], scope: Scope, hear: (said: string) => void): () => void {
  listeners.push(hear);
  const end = () => {
    const place = listeners.indexOf(hear);
    if (place >= 0) listeners.splice(place, 1);
  };
  scope.onStop(end);
  return end;
}

/** Seconds from answer to end, or to now. */
export function talked(leg: Leg, now: number): number {
  return leg.answeredAt === undefined ? 0 : Math.round(((leg.endedAt ?? now) - leg.answeredAt) / 1000);
}

const places = ["City", "State", "Zip", "Country"];
const geography = ["From", "To", "Caller", "Called"].flatMap((who) => places.map((place) => who + place));
/** Where people are is not known here; Twilio sends the keys empty then, and never leaves them out. */
const nowhere: Params = Object.fromEntries(geography.map((key) => [key, ""]));

/** The parameters every request about a call has. */
export function callParams(accountSid: string, leg: Leg): Params {
  return {
    ...nowhere,
    AccountSid: accountSid,
    ApiVersion: "2010-04-01",
    CallSid: leg.sid,
    CallStatus: leg.status,
    Direction: leg.direction,
    From: leg.from,
    To: leg.to,
    Caller: leg.from,
    Called: leg.to,
    ...(leg.parent ? { ParentCallSid: leg.parent.sid } : {}),
    ...(leg.callerName === undefined ? {} : { CallerName: leg.callerName }),
    ...(leg.answeredBy === undefined ? {} : { AnsweredBy: leg.answeredBy }),
  };
}

/** The call as the REST API shows it. */
export function callRecord(leg: Leg, now: number): CallRecord {
  return {
    sid: leg.sid,
    from: leg.from,
    to: leg.to,
    status: leg.status,
    direction: leg.direction,
    createdAt: leg.createdAt,
    updatedAt: leg.updatedAt,
    queueTime: leg.queueTime,
    ...(leg.parent ? { parentCallSid: leg.parent.sid } : {}),
    ...(leg.phoneNumberSid === undefined ? {} : { phoneNumberSid: leg.phoneNumberSid }),
    ...(leg.startedAt === undefined ? {} : { startedAt: leg.startedAt }),
    ...(leg.endedAt === undefined ? {} : { endedAt: leg.endedAt, duration: talked(leg, now) }),
    ...(leg.answeredBy === undefined ? {} : { answeredBy: leg.answeredBy }),
    ...(leg.callerName === undefined ? {} : { callerName: leg.callerName }),
  };
}
