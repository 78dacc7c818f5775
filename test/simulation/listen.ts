import type { PhoneCall } from "../../src/exchange/exchange.ts";
import type { World } from "./world.ts";

/** What somebody does who hears such words: the first that fits. `said` is what was said, with what the pattern caught. */
export type Reaction = readonly [words: RegExp, act: (said: RegExpExecArray) => void];

/** Listens to a call: what is done at which words, and when somebody is there to talk with. */
export function listen(
  call: PhoneCall,
  reactions: readonly Reaction[],
  meets: (others: readonly string[]) => void,
): void {
  call.onHeard(({ kind, text = "", with: others = [] }) => {
    if (kind === "person" && others.length > 0) meets(others);
    if (kind !== "say") return;
    for (const [words, act] of reactions) {
      const said = words.exec(text);
      if (said) return act(said);
    }
  });
}

/** Tells when a call is over, once. */
export function whenOver(call: PhoneCall, then: () => void): void {
  let over = false;
  call.onChange(() => {
    if (over || call.state !== "ended") return;
    over = true;
    then();
  });
}

/** Does something in so many seconds, if the call lasts until then. */
export function later(world: World, call: PhoneCall, seconds: number, act: () => void): void {
  world.after(seconds * 1_000, () => {
    if (call.state !== "ended") act();
  });
}
