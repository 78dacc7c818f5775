import type { Bridge, Parting } from "../bridge.ts";
import { listen } from "../leg.ts";
import type { Document, Stage } from "../plant.ts";
import type { Scope } from "../scope.ts";
import type { Params } from "../signature.ts";
import type { Verb } from "../twiml/read.ts";

/** A `<Dial>` at work; `soFar` is what its action is told if the one who dials hangs up now. */
export type Dialling = {
  readonly stage: Stage;
  readonly verb: Verb;
  readonly document: Document;
  soFar: () => Params;
};

/** Waits until two who are connected part: by hanging up, by the star key of the one who dialled, or by the time limit. */
export async function untilParted({ stage, verb }: Dialling, bridge: Bridge): Promise<Parting> {
  const scope = stage.scope.child();
  try {
    onStar(stage, verb, scope, () => bridge.end("star"));
    const limit = Number(verb.attributes["timeLimit"] ?? 14_400) * 1000;
    scope.onStop(stage.plant.clock.after(limit, () => bridge.end("time limit")));
    return await stage.scope.until(bridge.ended);
  } finally {
    scope.stop("parted");
  }
}

/** Hears the star key of the one who dialled, where the Dial says `hangupOnStar`. */
export function onStar(stage: Stage, verb: Verb, scope: Scope, then: () => void): void {
  if (verb.attributes["hangupOnStar"] !== "true") return;
  listen(stage.leg.onKey, scope, (key) => {
    if (key === "*") then();
  });
}

/** Whole seconds between two instants. */
export const seconds = (from: number, to: number): string => String(Math.round((to - from) / 1000));
