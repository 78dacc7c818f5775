import { answer } from "../progress.ts";
import { leaveQueue, waited, type Handover, type Member, type Queue } from "../queue.ts";
import { openSlot } from "../scope.ts";
import type { Params } from "../signature.ts";
import type { Verb } from "../twiml/read.ts";
import { request } from "./control.ts";
import { seconds, untilParted, type Dialling } from "./dialling.ts";

/** `<Dial><Queue>`: is connected with the first caller of a queue, waits for one where it is empty. */
export async function dialQueue(dialling: Dialling, noun: Verb): Promise<Params> {
  const { stage, verb, document } = dialling;
  const queue = stage.plant.queueNames.get(noun.text.trim());
  if (!queue) return { DialCallStatus: "failed", DialBridged: "false" };
  const member = await firstOf(dialling, queue, Number(verb.attributes["timeout"] ?? 30) * 1000);
  if (!member) return dialling.soFar();

  const url = noun.attributes["url"];
  const handover: Handover = {
    dialer: stage.leg,
    scope: stage.scope,
    whisper: url === undefined ? undefined : request(document, noun, "queue-whisper", { url, params: {} }),
    bridged: openSlot(),
  };
  member.taken.give(handover);
  const facts = { QueueSid: queue.sid, QueueTime: String(waited(stage.plant, member)), DialCallSid: member.leg.sid };
  const unbridged: Params = {
    DialCallStatus: "completed",
    DialBridged: "false",
    QueueResult: "bridging-in-process",
    ...facts,
  };
  dialling.soFar = () => unbridged;
  const bridge = await stage.scope.until(handover.bridged.given);
  if (!bridge) return { ...unbridged, QueueResult: "hangup" };
  answer(stage.plant, stage.leg);
  const bridged = (until: number): Params => ({
    DialCallStatus: "completed",
    DialCallDuration: seconds(bridge.startedAt, until),
    DialBridged: "true",
    QueueResult: "bridged",
    ...facts,
  });
  dialling.soFar = () => bridged(stage.plant.clock.now());
  const parting = await untilParted(dialling, bridge);
  return bridged(parting.at);
}

/** The first caller of a queue, or the next to come within the time. */
async function firstOf({ stage }: Dialling, queue: Queue, timeout: number): Promise<Member | undefined> {
  const first = queue.line.first;
  if (first) {
    leaveQueue(stage.plant, queue, first);
    return first;
  }
  const slot = openSlot<Member | undefined>();
  const take = (member: Member) => slot.give(member);
  queue.dialers.push(take);
  stage.leg.ear.hear({ kind: "ringing" });
  const giveUp = () => {
    const place = queue.dialers.indexOf(take);
    if (place >= 0) queue.dialers.splice(place, 1);
  };
  const cancel = stage.plant.clock.after(timeout, () => {
    giveUp();
    slot.give(undefined);
  });
  const forget = stage.scope.onStop(() => {
    giveUp();
    cancel();
    // Got one and hung up in the same moment: the caller is not left waiting for good.
    void slot.given.then((member) =>
      member?.taken.give({ dialer: stage.leg, scope: stage.scope, whisper: undefined, bridged: openSlot() }),
    );
  });
  const member = await stage.scope.until(slot.given);
  forget();
  cancel();
  stage.leg.ear.hush(false);
  return member;
}
