import type { Plant } from "../plant.ts";
import { mediaOf } from "../recording.ts";
import { sendMessage } from "../texting.ts";
import type { NumberRecord } from "../records/number.ts";
import type { Switchboard } from "../switchboard.ts";
import { callOperations } from "./calls.ts";
import { conferenceOperations } from "./conferences.ts";
import { found } from "./missing.ts";
import { queueOperations } from "./queues.ts";

type Rest = Pick<
  Switchboard,
  | "createMessage"
  | "fetchMessage"
  | "listMessages"
  | "listNumbers"
  | "fetchNumber"
  | "updateNumber"
  | "listRecordings"
  | "fetchRecording"
  | "deleteRecording"
  | "recordingMedia"
>;

/** Everything the REST API can do. */
export function openSwitchboard(plant: Plant): Switchboard {
  return {
    accountSid: plant.accountSid,
    authToken: plant.post.authToken,
    now: () => plant.clock.now(),
    standing: () => plant.standing(),
    ...callOperations(plant),
    ...queueOperations(plant),
    ...conferenceOperations(plant),
    ...restOperations(plant),
  };
}

/** Messages, numbers and recordings, as REST has them. */
function restOperations(plant: Plant): Rest {
  const numberOf = (sid: string) => found(plant.numbers.get(sid), `/IncomingPhoneNumbers/${sid}.json`);
  const recordingOf = (sid: string) => found(plant.recordings.get(sid), `/Recordings/${sid}.json`);
  return {
    createMessage: (order) => sendMessage(plant, { ...order, direction: "outbound-api" }),
    fetchMessage: (sid) => found(plant.messages.get(sid), `/Messages/${sid}.json`),
    listMessages: ({ to, from }) =>
      newest(plant.messages, (one) => (to === undefined || one.to === to) && (from === undefined || one.from === from)),
    listNumbers: ({ phoneNumber, friendlyName }) =>
      newest(
        plant.numbers,
        (one) =>
          (phoneNumber === undefined || one.phoneNumber.includes(phoneNumber)) &&
          (friendlyName === undefined || one.friendlyName === friendlyName),
      ),
    fetchNumber: numberOf,
    updateNumber(sid, change) {
      const number: NumberRecord = { ...numberOf(sid), ...change, updatedAt: plant.clock.now() };
      plant.numbers.set(sid, number);
      return number;
    },
    listRecordings: ({ callSid }) =>
      newest(plant.recordings, (one) => callSid === undefined || one.callSid === callSid),
    fetchRecording: recordingOf,
    deleteRecording(sid) {
      recordingOf(sid);
      plant.recordings.delete(sid);
    },
    recordingMedia: (sid) => found(mediaOf(plant, recordingOf(sid)), `/Recordings/${sid}.wav`),
  };
}

function newest<T>(all: ReadonlyMap<string, T>, passes: (one: T) => boolean): readonly T[] {
  return [...all.values()].filter(passes).reverse();
}
