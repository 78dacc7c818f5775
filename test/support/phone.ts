import type { Heard } from "../../src/exchange/ear.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { openScript } from "./script.ts";
import { tell } from "./transcript.ts";

type PhoneCall = ReturnType<ReturnType<Exchange["phone"]>["dial"]>;
export type Duration = { readonly minutes?: number; readonly seconds?: number };

/** What a telephone needs of the office it is in. */
export type Surroundings = {
  readonly exchange: () => Promise<Exchange>;
  /** Moves the clock on, with everything that happens meanwhile. */
  readonly pass: (ms: number) => Promise<void>;
  readonly now: () => number;
  readonly nameOf: (address: string) => string;
};

const step = 250;
export const msOf = ({ minutes = 0, seconds = 0 }: Duration) => (minutes * 60 + seconds) * 1_000;

/** A caller's or a rep's telephone as a script: every method is a step, run in order when the script is awaited. */
export type Phone = PromiseLike<void> & {
  readonly number: string;
  dials(number: string, options?: { from?: string }): Phone;
  /** Hears this said, within so long (90 seconds unless given); what was said before it is passed over. */
  hears(words: RegExp | string, within?: Duration): Phone;
  /** Has not heard this since the call began. */
  hasNotHeard(words: RegExp): Phone;
  hearsMusic(within?: Duration): Phone;
  presses(keys: string): Phone;
  says(words: string): Phone;
  waits(duration: Duration): Phone;
  isTalkingTo(...names: readonly string[]): Phone;
  isHungUpOn(within?: Duration): Phone;
  hangsUp(): Phone;
  /** The telephone rings, within so long (30 seconds unless given). */
  rings(within?: Duration): Phone;
  isNotRung(during?: Duration): Phone;
  stopsRinging(within?: Duration): Phone;
  answers(): Phone;
  declines(): Phone;
  /** From now on whoever rings it finds it like that. */
  isFound(line: "free" | "busy" | "unreachable"): Phone;
  texts(body: string, to: string): Phone;
  getsText(words: RegExp): Phone;
  then: PromiseLike<void>["then"];
};

export function openPhone(number: string, name: string, around: Surroundings): Phone {
  const script = openScript(name);
  let call: PhoneCall | undefined;
  let cursor = 0;
  let textsSeen = 0;

  const telephone = async () => (await around.exchange()).phone(number);
  const current = (): PhoneCall => {
    if (!call) throw new Error("is in no call");
    return call;
  };
  const take = (next: PhoneCall) => {
    call = next;
    cursor = 0;
  };

  /** Lets time pass until something is so. */
  async function until<T>(what: () => T | undefined, within: Duration, otherwise: () => string): Promise<T> {
    const end = around.now() + msOf(within);
    await around.pass(0);
    for (;;) {
      const found = what();
      if (found !== undefined) return found;
      if (around.now() >= end) throw new Error(otherwise());
      await around.pass(step);
    }
  }

  const spoken = (): readonly Heard[] => current().heard.slice(cursor);
  const transcript = () => `heard instead:\n${tell(current().heard.slice(cursor))}`;
  const others = () => {
    const { hearing } = current();
    return hearing?.kind === "person" ? (hearing.with ?? []).map(around.nameOf).toSorted().join(", ") : undefined;
  };

  const phone: Phone = {
    number,
    dials: (to, options) =>
      add(`dials ${to}`, async () => {
        take((await telephone()).dial(to, options ?? {}));
        await around.pass(0);
      }),
    hears: (words, within = { seconds: 90 }) =>
      add(`hears ${String(words)}`, async () => {
        const index = await until(() => position(spoken(), words), within, transcript);
        cursor += index + 1;
      }),
    hasNotHeard: (words) =>
      add(`has not heard ${String(words)}`, async () => {
        await around.pass(0);
        const found = current().heard.find(({ kind, text }) => kind === "say" && words.test(text ?? ""));
        if (found) throw new Error(`but did: ${found.text}`);
      }),
    hearsMusic: (within = { seconds: 60 }) =>
      add("hears music", async () => {
        await until(() => (current().hearing?.kind === "play" ? true : undefined), within, transcript);
      }),
    presses: (keys) =>
      add(`presses ${keys}`, async () => {
        current().press(keys);
        await around.pass(200 * Math.max(keys.length - 1, 0));
      }),
    says: (words) =>
      add(`says ${words}`, async () => {
        current().say(words);
        await around.pass(0);
      }),
    waits: (duration) => add("waits", () => around.pass(msOf(duration))),
    isTalkingTo: (...names) =>
      add(`is talking to ${names.join(" and ")}`, async () => {
        const wanted = names.toSorted().join(", ");
        await until(
          () => (others() === wanted ? true : undefined),
          { seconds: 15 },
          () =>
            `${others() === undefined ? "is not in a conversation" : `is talking to "${others()}"`}; ${transcript()}`,
        );
      }),
    isHungUpOn: (within = { seconds: 60 }) =>
      add("is hung up on", async () => {
        await until(
          () => (current().state === "ended" ? true : undefined),
          within,
          () => `still on the line; ${transcript()}`,
        );
      }),
    hangsUp: () =>
      add("hangs up", async () => {
        current().hangUp();
        await around.pass(0);
      }),
    rings: (within = { seconds: 30 }) =>
      add("rings", async () => {
        const { calls } = await telephone();
        take(
          await until(
            () => calls.findLast(({ direction, state }) => direction === "outbound" && state === "ringing"),
            within,
            () => "does not ring",
          ),
        );
      }),
    isNotRung: (during = { seconds: 10 }) =>
      add("is not rung", async () => {
        const { calls } = await telephone();
        const before = calls.length;
        await around.pass(msOf(during));
        if (calls.length > before) throw new Error("but was");
      }),
    stopsRinging: (within = { seconds: 5 }) =>
      add("stops ringing", async () => {
        await until(
          () => (current().state === "ended" ? true : undefined),
          within,
          () => "rings on",
        );
      }),
    answers: () =>
      add("answers", async () => {
        current().answer();
        await around.pass(0);
      }),
    declines: () =>
      add("declines", async () => {
        current().decline();
        await around.pass(0);
      }),
    isFound: (line) => add(`is ${line}`, async () => (await telephone()).setLine(line)),
    texts: (body, to) =>
      add(`texts ${body}`, async () => {
        const sent = (await telephone()).text(to, body);
        await around.pass(0);
        await sent;
      }),
    getsText: (words) =>
      add(`gets the text ${String(words)}`, async () => {
        const { texts } = await telephone();
        const found = await until(
          () => {
            const index = texts.findIndex(({ body }, at) => at >= textsSeen && words.test(body));
            return index < 0 ? undefined : index;
          },
          { seconds: 30 },
          () => `got ${JSON.stringify(texts.slice(textsSeen).map(({ body }) => body))}`,
        );
        textsSeen = found + 1;
      }),
    then: (resolve, reject) => script.run().then(resolve, reject),
  };
  function add(words: string, run: () => Promise<void>): Phone {
    script.step(words, run);
    return phone;
  }
  return phone;
}

function position(heard: readonly Heard[], words: RegExp | string): number | undefined {
  const matches = (text: string) => (typeof words === "string" ? text.includes(words) : words.test(text));
  const index = heard.findIndex(({ kind, text }) => kind === "say" && matches(text ?? ""));
  return index < 0 ? undefined : index;
}
