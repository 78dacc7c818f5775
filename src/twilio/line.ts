import type { Twilio } from "twilio";
import type { Pace } from "./pace.ts";
import { queueSids } from "./queue-sids.ts";
import { Busy, isBusy, replyOf, type Reply } from "./reply.ts";

/** A call that was placed; `createdAt` in milliseconds since 1970. */
export type Placed = { readonly sid: string; readonly status: string; readonly createdAt: number };

/** What Holdfast asks of Twilio's REST API. URLs are absolute; times in seconds but instants. */
export type PhoneLine = {
  /** Places a call; `timeLimit` ends it. `later` may mean that it was placed: ask `placed` before a second try. */
  readonly ring: (ask: {
    readonly to: string;
    readonly from: string;
    readonly url: string;
    /** Asked where Twilio could not get or run a document of the call. */
    readonly fallbackUrl: string;
    readonly statusCallback: string;
    readonly seconds: number;
    readonly timeLimit: number;
    /** Whoever answers is listened to, and this is told who it was; of a machine, when its greeting is over. */
    readonly identified?: string;
  }) => Promise<Reply<{ readonly sid: string }>>;
  /** The calls placed from one number to another since an instant, newest first. */
  readonly placed: (ask: {
    readonly to: string;
    readonly from: string;
    readonly since: number;
  }) => Promise<Reply<readonly Placed[]>>;
  /** Ends a call, or a ring that was not answered yet. */
  readonly hangUp: (sid: string) => Promise<Reply<void>>;
  /** Interrupts a call, which asks `url` for its next document. */
  readonly redirect: (sid: string, url: string) => Promise<Reply<void>>;
  /** Takes a call out of a queue, by the queue's name, and has it ask `url`. */
  readonly dequeue: (queue: string, sid: string, url: string) => Promise<Reply<void>>;
  /** Holds a call in a room, by the room's name, or takes it back; held, it hears the document at `url`. */
  readonly hold: (room: string, sid: string, on: boolean, url: string) => Promise<Reply<void>>;
  readonly text: (ask: {
    readonly to: string;
    readonly from: string;
    readonly body: string;
  }) => Promise<Reply<{ readonly sid: string }>>;
  /** What was recorded, as a WAV file. */
  readonly recording: (sid: string) => Promise<Reply<Buffer>>;
  /** Deletes a recording, for good. */
  readonly deleteRecording: (sid: string) => Promise<Reply<void>>;
  readonly status: (sid: string) => Promise<Reply<{ readonly status: string; readonly endedAt?: number }>>;
  /** Makes a queue hold so many callers, and makes the queue where there is none: Twilio's own would hold 1000. */
  readonly sizeQueue: (queue: string, size: number) => Promise<Reply<void>>;
};

/** `apiUrl`: another base than Twilio's own. `pace` holds back the placing of calls, and nothing else. */
export type PhoneLineOptions = {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiUrl?: string;
  readonly timeoutMs?: number;
  readonly pace?: Pace;
};

const method = "POST";
const mostCalls = 50;
/** Twilio stamps calls in whole seconds, by a clock that is not ours. */
const clockSlackMs = 2000;

/** The SDK's client, loaded when it is first needed: it takes 200 ms and 30 MB. It tries nothing twice by itself. */
export async function connect({
  accountSid,
  authToken,
  apiUrl,
  timeoutMs = 10_000,
}: PhoneLineOptions): Promise<Twilio> {
  const { default: twilio } = await import("twilio");
  const client = twilio(accountSid, authToken, { autoRetry: false, timeout: timeoutMs });
  if (apiUrl !== undefined) {
    client.api.baseUrl = apiUrl;
    client.voice.baseUrl = apiUrl;
    // An edge or region from the environment would be written into the address.
    delete client.edge;
    delete client.region;
  }
  client.httpClient.axios.interceptors.response.use((response) => {
    if (isBusy(response.status)) throw new Busy(response.status, response.headers["retry-after"]);
    return response;
  });
  return client;
}

/**
 * A person is spoken to at once, while Twilio listens who it is; otherwise everybody would be met with silence. Of a
 * machine we are told when its greeting is over, so that a message can be left.
 * https://www.twilio.com/docs/voice/answering-machine-detection
 */
function detection(identified: string | undefined) {
  if (identified === undefined) return {};
  return {
    machineDetection: "DetectMessageEnd",
    asyncAmd: "true",
    asyncAmdStatusCallback: identified,
    asyncAmdStatusCallbackMethod: method,
  };
}

class NoSuchRoom extends Error {
  readonly status = 404;
}

/** A line to Twilio. Nothing is sent before it is first asked something. */
export function phoneLine(options: PhoneLineOptions): PhoneLine {
  let client: Promise<Twilio> | undefined;
  const twilio = () => (client ??= connect(options));
  const pace: Pace = options.pace ?? ((run) => run());
  const ofOurs = <T>(ask: (client: Twilio) => Promise<T>) => replyOf(async () => ask(await twilio()), true);
  const anew = <T>(ask: (client: Twilio) => Promise<T>) => replyOf(async () => ask(await twilio()), false);
  const queues = queueSids(async () => (await twilio()).queues.list({ pageSize: 1000 }));

  return {
    ring: ({ to, from, url, fallbackUrl, statusCallback, seconds, timeLimit, identified }) =>
      pace(() =>
        anew(async ({ calls }) => {
          const statusCallbackEvent = identified === undefined ? ["completed"] : ["ringing", "completed"];
          const callback = { statusCallback, statusCallbackMethod: method, statusCallbackEvent };
          const documents = { url, method, fallbackUrl, fallbackMethod: method };
          const how = { ...documents, ...callback, ...detection(identified), timeout: seconds, timeLimit };
          const { sid } = await calls.create({ to, from, ...how });
          return { sid };
        }),
      ),
    // Not by start time: a call that Twilio still queues has none.
    placed: ({ to, from, since }) =>
      anew(async ({ calls }) => {
        const found = await calls.list({ to, from, limit: mostCalls, pageSize: mostCalls });
        return found
          .map(({ sid, status, dateCreated, direction }) => ({
            sid,
            status,
            createdAt: dateCreated.getTime(),
            direction,
          }))
          .filter((call) => call.direction === "outbound-api" && call.createdAt >= since - clockSlackMs)
          .map(({ sid, status, createdAt }) => ({ sid, status, createdAt }));
      }),
    hangUp: (sid) => ofOurs(async ({ calls }) => void (await calls(sid).update({ status: "completed" }))),
    redirect: (sid, url) => ofOurs(async ({ calls }) => void (await calls(sid).update({ url, method }))),
    dequeue: (queue, sid, url) =>
      ofOurs(({ queues: all }) =>
        queues.withSid(queue, async (queueSid) => void (await all(queueSid).members(sid).update({ url, method }))),
      ),
    hold: (room, sid, hold, url) =>
      ofOurs(async ({ conferences }) => {
        const rooms = await conferences.list({ friendlyName: room, limit: 20, pageSize: 20 });
        const open = rooms.find(({ status }) => status !== "completed");
        if (!open) throw new NoSuchRoom(`there is no room ${room}`);
        const how = hold ? { hold, holdUrl: url, holdMethod: method } : { hold };
        await conferences(open.sid).participants(sid).update(how);
      }),
    text: ({ to, from, body }) =>
      anew(async ({ messages }) => {
        const { sid } = await messages.create({ to, from, body });
        return { sid };
      }),
    sizeQueue: (friendlyName, maxSize) =>
      anew(async ({ queues: all }) => {
        const found = (await all.list({ pageSize: 1000 })).find((one) => one.friendlyName === friendlyName);
        if (!found) await all.create({ friendlyName, maxSize });
        else if (found.maxSize !== maxSize) await all(found.sid).update({ maxSize });
      }),
    // The SDK reads every answer as text; its own client is asked for the bytes.
    recording: (sid) =>
      ofOurs(async ({ httpClient, api }) => {
        const { accountSid: username, authToken: password } = options;
        const url = `${api.baseUrl}/2010-04-01/Accounts/${username}/Recordings/${sid}.wav`;
        const how = { responseType: "arraybuffer", auth: { username, password } } as const;
        const { status, data } = await httpClient.axios.get<ArrayBuffer>(url, how);
        if (status >= 400) throw Object.assign(new Error(`HTTP ${status}`), { status });
        return Buffer.from(data);
      }),
    deleteRecording: (sid) => ofOurs(async ({ recordings }) => void (await recordings(sid).remove())),
    status: (sid) =>
      ofOurs(async ({ calls }) => {
        const { status, endTime } = await calls(sid).fetch();
        // Null while it lasts, whatever the SDK's types say.
        const ended = endTime as Date | null;
        return { status, ...(ended ? { endedAt: ended.getTime() } : {}) };
      }),
  };
}
