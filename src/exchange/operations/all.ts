import type { Plant } from "../plant.ts";
import { mediaOf } from "../recording.ts";
import { sendMessage } from "../texting.ts";
import type { NumberRecord } from "../records/number.ts";
import type { RecordingRecord } from "../records/recording.ts";
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

/**
 * What is known of a recording is kept so long after it was deleted, in milliseconds.
 * https://www.twilio.com/docs/voice/api/recording#fetch-a-recording-resource
 */
const keptAfterDeletion = 40 * 86_400_000;

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
  const isShown = ({ status, updatedAt }: RecordingRecord, deleted = false) =>
    status !== "deleted" || (deleted && plant.clock.now() - updatedAt < keptAfterDeletion);
  const recordingOf = (sid: string, deleted?: boolean) => {
    const recording = plant.recordings.get(sid);
    return found(recording && isShown(recording, deleted) ? recording : undefined, `/Recordings/${sid}.json`);
  };
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
    listRecordings: ({ callSid, deleted }) =>
      newest(plant.recordings, (one) => (callSid === undefined || one.callSid === callSid) && isShown(one, deleted)),
    fetchRecording: recordingOf,
    deleteRecording(sid) {
      const deleted: RecordingRecord = {
        ...recordingOf(sid),
        status: "deleted",
        words: "",
        updatedAt: plant.clock.now(),
      };
      plant.recordings.set(sid, deleted);
    },
    recordingMedia: (sid) => found(mediaOf(plant, recordingOf(sid)), `/Recordings/${sid}.wav`),
  };
}

function newest<T>(all: ReadonlyMap<string, T>, passes: (one: T) => boolean): readonly T[] {
  return [...all.values()].filter(passes).reverse();
}
