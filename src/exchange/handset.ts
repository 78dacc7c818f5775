import type { Leg } from "./leg.ts";
import type { PhoneCall } from "./phone-call.ts";

/** A text message that came to a telephone. */
export type Text = { readonly from: string; readonly body: string; readonly at: number };
/** Who picks a telephone up, for the detection of answering machines. */
export type AnsweredBy = "human" | "machine" | "fax";

/** A telephone. */
export type Telephone = {
  readonly address: string;
  /** Rings a number of the account; `from` may be withheld (`""`, `anonymous`, `+266696687`). */
  dial(to: string, options?: { readonly from?: string; readonly callerName?: string }): PhoneCall;
  /** Every call of this telephone so far, oldest first. */
  readonly calls: readonly PhoneCall[];
  onRing(listener: (call: PhoneCall) => void): () => void;
  /** What happens when somebody rings it; a telephone in a call is not busy by itself. */
  setLine(state: Line): void;
  /** Who will have picked up; a person, unless said otherwise. */
  setAnsweredBy(who: AnsweredBy): void;
  /** Sends a text message to a number of the account; resolves when it was delivered there. */
  text(to: string, body: string): Promise<void>;
  readonly texts: readonly Text[];
  onText(listener: (text: Text) => void): () => void;
  /** Told of every call, dialled or rung, as it begins. */
  onCall(listener: (call: PhoneCall) => void): () => void;
};
export type Line = "free" | "busy" | "unreachable";

/** A telephone as the exchange's inside has it. */
export type Handset = {
  readonly line: Line;
  readonly answeredBy: AnsweredBy;
  readonly telephone: Telephone;
  ring(leg: Leg): void;
  receive(text: Text): void;
};

/** What a telephone asks of the exchange. */
export type Wiring = {
  openCall(leg: Leg): PhoneCall;
  dial(address: string, to: string, options: { readonly from?: string; readonly callerName?: string }): Leg;
  text(address: string, to: string, body: string): Promise<void>;
};

/** A telephone of that address. */
export function openHandset(address: string, wiring: Wiring): Handset {
  const calls: PhoneCall[] = [];
  const texts: Text[] = [];
  const [rings, begins, arrivals] = [listeners<PhoneCall>(), listeners<PhoneCall>(), listeners<Text>()];
  let line: Line = "free";
  let answeredBy: AnsweredBy = "human";
  const open = (leg: Leg) => {
    const call = wiring.openCall(leg);
    calls.push(call);
    begins.tell(call);
    return call;
  };

  return {
    get line() {
      return line;
    },
    get answeredBy() {
      return answeredBy;
    },
    ring: (leg) => rings.tell(open(leg)),
    receive(text) {
      texts.push(text);
      arrivals.tell(text);
    },
    telephone: {
      address,
      dial: (to, options = {}) => open(wiring.dial(address, to, options)),
      calls,
      onRing: (listener) => rings.add(listener),
      onCall: (listener) => begins.add(listener),
      setLine(state) {
        line = state;
      },
      setAnsweredBy(who) {
        answeredBy = who;
      },
      text: (to, body) => wiring.text(address, to, body),
      texts,
      onText: (listener) => arrivals.add(listener),
    },
  };
}

function listeners<T>() {
  const all = new Set<(one: T) => void>();
  return {
    add(listener: (one: T) => void) {
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
    tell(one: T) {
      for (const listener of all) listener(one);
    },
  };
}
