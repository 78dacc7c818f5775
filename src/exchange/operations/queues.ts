import type { Plant } from "../plant.ts";
import { toFetch } from "../perform.ts";
import { run } from "../programme.ts";
import { memberRecord, openQueue, queueRecord, type Member, type Queue } from "../queue.ts";
import { RestFault, type Switchboard } from "../switchboard.ts";
import { found } from "./missing.ts";

type Queues = Pick<
  Switchboard,
  | "createQueue"
  | "fetchQueue"
  | "listQueues"
  | "updateQueue"
  | "deleteQueue"
  | "listMembers"
  | "fetchMember"
  | "updateMember"
>;

/** Queues and who waits in them, as REST has them. */
export function queueOperations(plant: Plant): Queues {
  const queueOf = (sid: string) => found(plant.queues.get(sid), `/Queues/${sid}.json`);
  const refuseTaken = (name: string) => {
    if (plant.queueNames.has(name)) throw new RestFault(400, 22003, `Queue already exists with friendly name: ${name}`);
  };
  return {
    createQueue({ friendlyName, maxSize }) {
      refuseTaken(friendlyName);
      return queueRecord(plant, openQueue(plant, friendlyName, maxSize));
    },
    fetchQueue: (sid) => queueRecord(plant, queueOf(sid)),
    listQueues: () => [...plant.queues.values()].reverse().map((queue) => queueRecord(plant, queue)),
    updateQueue(sid, { friendlyName, maxSize }) {
      const queue = queueOf(sid);
      if (friendlyName !== undefined && friendlyName !== queue.friendlyName) {
        refuseTaken(friendlyName);
        plant.queueNames.delete(queue.friendlyName);
        plant.queueNames.set(friendlyName, queue);
        queue.friendlyName = friendlyName;
      }
      queue.maxSize = maxSize ?? queue.maxSize;
      queue.updatedAt = plant.clock.now();
      return queueRecord(plant, queue);
    },
    deleteQueue(sid) {
      const queue = queueOf(sid);
      if (queue.line.size > 0) throw new RestFault(400, 22002, "Cannot delete queue: it is not empty");
      plant.queues.delete(sid);
      plant.queueNames.delete(queue.friendlyName);
    },
    listMembers(queueSid) {
      const queue = queueOf(queueSid);
      return queue.line.all().map((member, at) => memberRecord(plant, queue, member, at + 1));
    },
    fetchMember(queueSid, callSid) {
      const queue = queueOf(queueSid);
      return memberRecord(plant, queue, memberOf(queue, callSid));
    },
    updateMember(queueSid, callSid, target) {
      const queue = queueOf(queueSid);
      const member = memberOf(queue, callSid);
      const before = memberRecord(plant, queue, member);
      run(plant, member.leg, toFetch(target, "voice"));
      return before;
    },
  };
}

function memberOf(queue: Queue, callSid: string): Member {
  return found(
    callSid === "Front" ? queue.line.first : queue.line.get(callSid),
    `/Queues/${queue.sid}/Members/${callSid}.json`,
  );
}
