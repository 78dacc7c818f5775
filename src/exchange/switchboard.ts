import type { CallChange, CallFilter, CallOrder, CallRecord } from "./records/call.ts";
import type {
  ConferenceRecord,
  ConferenceStatus,
  ParticipantChange,
  ParticipantOrder,
  ParticipantRecord,
} from "./records/conference.ts";
import type { MessageFilter, MessageOrder, MessageRecord } from "./records/message.ts";
import type { NumberRecord, NumberUrls } from "./records/number.ts";
import type { MemberRecord, QueueRecord } from "./records/queue.ts";
import type { RecordingRecord } from "./records/recording.ts";
import type { Standing } from "./standing.ts";
import type { Instant, Target } from "./target.ts";

/** A refusal of the REST API, answered as Twilio's error body: HTTP `status`, Twilio's error `code`, and a sentence. */
export class RestFault extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.name = "RestFault";
    this.status = status;
    this.code = code;
  }
}

/**
 * What the REST API can do to the exchange. Lists come newest first, as Twilio's do (queue members by position).
 *
 * Who checks what: REST checks each parameter by itself (missing, malformed, out of range, too long, unknown) and the
 * credentials; the switchboard checks what depends on its state (whose number, which call, finished or full) and throws
 * `RestFault`: 404/20404 for what does not exist, 400/21220 for a finished call, and so on.
 */
export type Switchboard = {
  readonly accountSid: string;
  readonly authToken: string;
  now(): Instant;
  /** How the account stands. */
  standing(): Standing;

  /** Puts a call in the line of outgoing calls (one a second); refuses 21212 (From is not a number of this account). */
  createCall(order: CallOrder): CallRecord;
  fetchCall(sid: string): CallRecord;
  listCalls(filter: CallFilter): readonly CallRecord[];
  /** Refuses 21220 for a finished call, and for `canceled` once it is answered does as `completed`. */
  updateCall(sid: string, change: CallChange): CallRecord;
  /** Forgets a finished call; refuses 20409-like 400/21220 while it is live. */
  deleteCall(sid: string): void;

  /** Refuses 22003 when the name is taken. */
  createQueue(order: { readonly friendlyName: string; readonly maxSize?: number }): QueueRecord;
  fetchQueue(sid: string): QueueRecord;
  listQueues(): readonly QueueRecord[];
  updateQueue(sid: string, change: { readonly friendlyName?: string; readonly maxSize?: number }): QueueRecord;
  /** Refuses 22002 while somebody waits in it. */
  deleteQueue(sid: string): void;
  listMembers(queueSid: string): readonly MemberRecord[];
  /** `callSid` may be `Front`. */
  fetchMember(queueSid: string, callSid: string): MemberRecord;
  /** Takes the member out of the queue and has it run `target`; answers the member as it was. */
  updateMember(queueSid: string, callSid: string, target: Target): MemberRecord;

  listConferences(filter: {
    readonly friendlyName?: string;
    readonly status?: ConferenceStatus;
  }): readonly ConferenceRecord[];
  fetchConference(sid: string): ConferenceRecord;
  updateConference(
    sid: string,
    change: { readonly status?: "completed"; readonly announceUrl?: Target },
  ): ConferenceRecord;

  /** Those connected, or ringing to be so, in a conference that has not ended. */
  listParticipants(
    conferenceSid: string,
    filter: { readonly muted?: boolean; readonly hold?: boolean },
  ): readonly ParticipantRecord[];
  /** `conference` is a SID or a friendly name; a name that is not in use starts a conference. */
  createParticipant(conference: string, order: ParticipantOrder): ParticipantRecord;
  /** `participant` is a call's SID or a participant's label, here and below. */
  fetchParticipant(conferenceSid: string, participant: string): ParticipantRecord;
  updateParticipant(conferenceSid: string, participant: string, change: ParticipantChange): ParticipantRecord;
  /** Takes the participant out of the conference. */
  deleteParticipant(conferenceSid: string, participant: string): void;

  /** Refuses 21606 (From is not a number of this account) and 21610 (the telephone said STOP). */
  createMessage(order: MessageOrder): MessageRecord;
  fetchMessage(sid: string): MessageRecord;
  listMessages(filter: MessageFilter): readonly MessageRecord[];

  listNumbers(filter: { readonly phoneNumber?: string; readonly friendlyName?: string }): readonly NumberRecord[];
  fetchNumber(sid: string): NumberRecord;
  updateNumber(sid: string, change: Partial<NumberUrls>): NumberRecord;

  listRecordings(filter: { readonly callSid?: string; readonly deleted?: boolean }): readonly RecordingRecord[];
  fetchRecording(sid: string, deleted?: boolean): RecordingRecord;
  deleteRecording(sid: string): void;
  /** A WAV file as long as the recording. */
  recordingMedia(sid: string): Uint8Array;
};

/**
 * One request to the REST API as the exchange's server hands it over. `path` without the query; `form` has the body's
 * parameters, a repeated key repeated.
 */
export type RestRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly authorization: string | undefined;
};
export type RestAnswer = {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
};
/**
 * What `src/exchange/rest/rest.ts` exports as `answerRest`: it never throws, a `RestFault` becomes Twilio's error body.
 * The exchange's server reads the request, plays the faults, keeps the log and cuts connections around it.
 */
export type AnswerRest = (switchboard: Switchboard, request: RestRequest) => RestAnswer;
