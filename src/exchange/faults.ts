import type { Chance } from "./sids.ts";

/** How a webhook is lost: never connected, its answer never read, or answered 500 on the way. */
export type Loss = "connection" | "timeout" | 500;

/** What tests break on purpose. Each function that returns one takes the breakage back. */
export type Faults = {
  /** Every REST request is answered with an error, usually 503/20503. */
  restDown(status?: number, code?: number): () => void;
  /** The next so many REST requests are answered 429/20429 and not performed. */
  restLimit(times: number): void;
  /** The next so many REST requests are performed, then the connection is cut before the answer. */
  restLosesAnswer(times: number): void;
  /** The next so many REST requests are lost on the way: not performed, and the connection is cut. */
  restLosesRequest(times: number): void;
  /**
   * Of all webhooks this share, by the exchange's own chance, is disturbed: one half comes a second time, up to so many
   * milliseconds later, the other comes that late in the first place.
   */
  disturbWebhooks(share: number, withinMs: number): () => void;
  /** Every webhook is sent so many times at once; the answer to the first is used. */
  duplicateWebhooks(copies: number): () => void;
  /** Status callbacks leave so many milliseconds late, after what happened since. */
  delayStatusCallbacks(ms: number): () => void;
  /** Status callbacks leave up to three seconds late, each on its own, so in any order. */
  shuffleStatusCallbacks(): () => void;
  /** The next so many tries of webhooks to a matching URL are lost. */
  loseWebhook(match: (url: string) => boolean, times: number, how: Loss): void;
};

/** What is broken at present, as the exchange asks for it. */
export type Breakage = {
  readonly faults: Faults;
  restAnswer(): { readonly status: number; readonly code: number } | "lose" | "drop" | undefined;
  /**
   * What is to become of a webhook that leaves at an instant; `ms` is how much later it, or its repeat, comes. `what` names it
   * by what it says: which of several leaves first at that instant changes nothing.
   */
  disturbance(at: number, what: string): { readonly how: "late" | "repeated"; readonly ms: number } | undefined;
  readonly copies: number;
  statusDelay(): number;
  lossOf(url: string): Loss | undefined;
};

/** Nothing broken yet. */
export function noBreakage(chance: Chance): Breakage {
  let down: { status: number; code: number } | undefined;
  let [limited, losing, dropping, copies, delay, shuffled] = [0, 0, 0, 1, 0, false];
  let disturbed = { share: 0, withinMs: 0 };
  /** How often a webhook of that name has left at this instant. */
  let named = { at: 0, times: new Map<string, number>() };
  const losses: { match: (url: string) => boolean; times: number; how: Loss }[] = [];

  return {
    faults: {
      restDown(status = 503, code = 20503) {
        down = { status, code };
        return () => {
          down = undefined;
        };
      },
      restLimit(times) {
        limited += times;
      },
      restLosesAnswer(times) {
        losing += times;
      },
      restLosesRequest(times) {
        dropping += times;
      },
      disturbWebhooks(share, withinMs) {
        disturbed = { share, withinMs };
        return () => {
          disturbed = { share: 0, withinMs: 0 };
        };
      },
      duplicateWebhooks(count) {
        copies = count;
        return () => {
          copies = 1;
        };
      },
      delayStatusCallbacks(ms) {
        delay = ms;
        return () => {
          delay = 0;
        };
      },
      shuffleStatusCallbacks() {
        shuffled = true;
        return () => {
          shuffled = false;
        };
      },
      loseWebhook(match, times, how) {
        losses.push({ match, times, how });
      },
    },
    restAnswer() {
      if (down) return down;
      if (limited > 0) {
        limited -= 1;
        return { status: 429, code: 20429 };
      }
      if (dropping > 0) {
        dropping -= 1;
        return "drop";
      }
      if (losing === 0) return undefined;
      losing -= 1;
      return "lose";
    },
    disturbance(at, what) {
      const { share, withinMs } = disturbed;
      if (share === 0) return undefined;
      if (at !== named.at) named = { at, times: new Map() };
      const times = (named.times.get(what) ?? 0) + 1;
      named.times.set(what, times);
      const name = `${at} ${what} ${times}`;
      const drawn = chance.fractionOf(name);
      if (drawn >= share) return undefined;
      const ms = Math.floor(chance.fractionOf(`${name} by`) * withinMs);
      return { how: drawn < share / 2 ? "late" : "repeated", ms };
    },
    get copies() {
      return copies;
    },
    statusDelay: () => delay + (shuffled ? Math.floor(chance.fraction() * 3000) : 0),
    lossOf(url) {
      const loss = losses.find((one) => one.times > 0 && one.match(url));
      if (loss) loss.times -= 1;
      return loss?.how;
    },
  };
}
