import { answer, hangUp } from "./progress.ts";
import type { Leg } from "./leg.ts";
import type { Purpose } from "./log.ts";
import { note, perform, type Ending } from "./perform.ts";
import { DocumentFault, type Fetch, type Plant, type Stage } from "./plant.ts";
import { Stopped, type Scope } from "./scope.ts";
import { plainUrl } from "./signature.ts";
import { lasting, sayingTakes } from "./verbs/speak.ts";

/** What a caller hears when our customer's server fails and there is no fallback. */
const apology = "We are sorry, an application error has occurred. Goodbye.";

/** Gives a call a new programme; what ran on it stops at once, as redirected. */
export function openProgramme(leg: Leg): Scope {
  leg.programme?.stop("redirected");
  leg.ear.hush(true);
  leg.programme = leg.life.child();
  return leg.programme;
}

/** Runs a document on a call, and what follows from it; the call ends where the documents do. */
export function run(
  plant: Plant,
  leg: Leg,
  first: Fetch | { readonly twiml: string },
  purpose: Purpose = "voice",
): void {
  const scope = openProgramme(leg);
  if (leg.direction === "inbound" && leg.answeredAt === undefined) leg.ear.hear({ kind: "ringing" });
  const stage: Stage = { plant, leg, scope, realm: "call", purpose, extra: () => ({}) };
  void follow(stage, () => performOrFallBack(stage, first));
}

/** Does a call's work to its end and hangs up; being stopped is the end of the work, and not of the call. */
export async function follow(stage: Stage, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
    if (stage.scope.stopped === undefined) hangUp(stage.plant, stage.leg, "the document ended");
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
}

/**
 * Runs documents; one that cannot be had or run goes to the fallback URL. The apology is for where there is none, and
 * for a fallback that is broken itself or leads straight back to what is.
 */
async function performOrFallBack(stage: Stage, first: Fetch | { readonly twiml: string }): Promise<Ending> {
  let fellBackAt: number | undefined;
  for (let next = first; ;) {
    try {
      return await perform(stage, next);
    } catch (error) {
      const fault = faultOf(error);
      report(stage, fault);
      const { fallback } = stage.leg;
      const now = stage.plant.clock.now();
      if (!fallback || fellBackAt === now || fault.url === plainUrl(fallback.url)) return await apologize(stage);
      fellBackAt = now;
      const params = { ErrorCode: String(fault.code), ErrorUrl: fault.url ?? "" };
      next = { ...fallback, purpose: "fallback", params };
    }
  }
}

function faultOf(error: unknown): DocumentFault {
  if (error instanceof DocumentFault) return error;
  throw error;
}

function report({ plant, leg }: Stage, { code, message, url }: DocumentFault) {
  note(plant, "error", { code, message, callSid: leg.sid, url });
}

async function apologize(stage: Stage): Promise<Ending> {
  answer(stage.plant, stage.leg);
  await lasting(stage, stage.leg.ear.hear({ kind: "say", text: apology }), sayingTakes(apology));
  return "hangup";
}
