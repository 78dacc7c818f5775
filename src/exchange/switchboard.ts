/** An instant on the exchange's clock, in milliseconds since 1970. */
export type Instant = number;
/** How a URL is requested. */
export type HttpMethod = "GET" | "POST";
/** A URL to request with its method; `url` is absolute. */
export type Target = { readonly url: string; readonly method: HttpMethod };

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

export type CallStatus =
  "queued" | "initiated" | "ringing" | "in-progress" | "completed" | "busy" | "failed" | "no-answer" | "canceled";
export type CallProgressEvent = "initiated" | "ringing" | "answered" | "completed";
export type CallDirection = "inbound" | "outbound-api" | "outbound-dial";

/** One call resource. `duration` in seconds (0 unless it was answered), `queueTime` in milliseconds. */
export type CallRecord = {
  readonly sid: string;
  readonly parentCallSid?: string;
  readonly from: string;
  readonly to: string;
  readonly phoneNumberSid?: string;
  readonly status: CallStatus;
  readonly direction: CallDirection;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  readonly duration?: number;
  readonly queueTime: number;
  readonly answeredBy?: string;
  readonly callerName?: string;
};

/** What a call or participant does once it is answered: request a URL, or run a document handed in. */
export type Instructions = Target | { readonly twiml: string };
export type StatusCallback = Target & { readonly events: readonly CallProgressEvent[] };

/** Answering-machine detection; the figures in milliseconds but `timeout` in seconds. `async` is answered to `callback`. */
export type MachineDetection = {
  readonly mode: "Enable" | "DetectMessageEnd";
  readonly timeout?: number;
  readonly async: boolean;
  readonly callback?: Target;
};

/** Ringing somebody: `timeout` and `timeLimit` in seconds. */
type Ringing = {
  readonly to: string;
  readonly from: string;
  readonly timeout?: number;
  readonly timeLimit?: number;
  readonly sendDigits?: string;
  readonly machineDetection?: MachineDetection;
  readonly statusCallback?: StatusCallback;
  readonly callerId?: string;
};
export type CallOrder = Ringing & { readonly run: Instructions; readonly fallback?: Target };
/** A change of a live call: any of new instructions, a new status, and new callbacks. */
export type CallChange = {
  readonly run?: Instructions;
  readonly status?: "canceled" | "completed";
  readonly fallback?: Target;
  readonly statusCallback?: Target;
  readonly timeLimit?: number;
};
export type CallFilter = {
  readonly to?: string;
  readonly from?: string;
  readonly parentCallSid?: string;
  readonly status?: CallStatus;
  readonly startedBefore?: Instant;
  readonly startedAfter?: Instant;
};

/** One queue; `averageWaitTime` in seconds, over those who wait in it now. */
export type QueueRecord = {
  readonly sid: string;
  readonly friendlyName: string;
  readonly currentSize: number;
  readonly averageWaitTime: number;
  readonly maxSize: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};
/** One waiting call; `position` 1 is next, `waitTime` in seconds. */
export type MemberRecord = {
  readonly callSid: string;
  readonly queueSid: string;
  readonly enqueuedAt: Instant;
  readonly position: number;
  readonly waitTime: number;
};

export type ConferenceStatus = "init" | "in-progress" | "completed";
export type ConferenceRecord = {
  readonly sid: string;
  readonly friendlyName: string;
  readonly status: ConferenceStatus;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly reasonEnded?: string;
  readonly callSidEndingConference?: string;
};
export type ParticipantRecord = {
  readonly callSid: string;
  readonly conferenceSid: string;
  readonly label?: string;
  readonly muted: boolean;
  readonly hold: boolean;
  readonly coaching: boolean;
  readonly callSidToCoach?: string;
  readonly startConferenceOnEnter: boolean;
  readonly endConferenceOnExit: boolean;
  readonly status: "queued" | "connecting" | "ringing" | "connected" | "complete" | "failed";
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};
export type Beep = "true" | "false" | "onEnter" | "onExit";
export type ConferenceEvent =
  "start" | "end" | "join" | "leave" | "mute" | "hold" | "modify" | "speaker" | "announcement";
/** A call that joins a conference as soon as it is answered. */
export type ParticipantOrder = Ringing & {
  readonly label?: string;
  readonly beep?: Beep;
  readonly muted?: boolean;
  readonly startConferenceOnEnter?: boolean;
  readonly endConferenceOnExit?: boolean;
  /** Absent: Twilio's own music; `null`: silence. */
  readonly wait?: Target | null;
  readonly maxParticipants?: number;
  readonly coach?: string;
  readonly conferenceStatusCallback?: Target & { readonly events: readonly ConferenceEvent[] };
};
export type ParticipantChange = {
  readonly muted?: boolean;
  readonly hold?: boolean;
  readonly holdUrl?: Target;
  readonly announceUrl?: Target;
  readonly endConferenceOnExit?: boolean;
  readonly coaching?: boolean;
  readonly callSidToCoach?: string;
};

export type MessageStatus = "queued" | "sending" | "sent" | "delivered" | "undelivered" | "failed" | "received";
export type MessageRecord = {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly status: MessageStatus;
  readonly direction: "inbound" | "outbound-api" | "outbound-reply";
  readonly numSegments: number;
  readonly errorCode?: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly sentAt?: Instant;
};
export type MessageOrder = {
  readonly to: string;
  readonly from: string;
  readonly body: string;
  readonly statusCallback?: string;
};
export type MessageFilter = { readonly to?: string; readonly from?: string };

/** What a number of the account requests; an empty string is an unset URL. */
export type NumberUrls = {
  readonly friendlyName: string;
  readonly voiceUrl: string;
  readonly voiceMethod: HttpMethod;
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: HttpMethod;
  readonly statusCallback: string;
  readonly statusCallbackMethod: HttpMethod;
  readonly smsUrl: string;
  readonly smsMethod: HttpMethod;
  readonly smsFallbackUrl: string;
  readonly smsFallbackMethod: HttpMethod;
};
export type NumberRecord = NumberUrls & {
  readonly sid: string;
  readonly phoneNumber: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

/** One recording; `duration` in seconds once it is completed. `words` is what the telephone said into it. */
export type RecordingRecord = {
  readonly sid: string;
  readonly callSid: string;
  readonly status: "in-progress" | "completed" | "absent";
  readonly source: "RecordVerb" | "DialVerb" | "Conference" | "OutboundAPI";
  readonly channels: number;
  readonly duration: number;
  readonly startedAt: Instant;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly words: string;
};

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

  listRecordings(filter: { readonly callSid?: string }): readonly RecordingRecord[];
  fetchRecording(sid: string): RecordingRecord;
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
