import { notify } from "../perform.ts";
import type { RunVerb } from "../plant.ts";
import type { Params } from "../signature.ts";
import type { Verb } from "../twiml/read.ts";
import { request } from "./control.ts";
import { dialConference } from "./dial-conference.ts";
import { dialPhones } from "./dial-phones.ts";
import { dialQueue } from "./dial-queue.ts";
import type { Dialling } from "./dialling.ts";

/**
 * `<Dial>`: connects the call with telephones, a queue's first caller or a conference. Afterwards `action` is asked what
 * to do; without it the next verb runs. When the one who dialled hangs up, the action is told and its answer not run.
 */
export const dial: RunVerb = async (stage, verb, document) => {
  const action = verb.attributes["action"];
  const next = (params: Params) => request(document, verb, "dial-action", { url: action, params });
  const dialling: Dialling = {
    stage,
    verb,
    document,
    soFar: () => ({ DialCallStatus: "no-answer", DialBridged: "false" }),
  };
  const forget = stage.scope.onStop((why) => {
    if (why === "hangup" && action !== undefined) notify(stage, next(dialling.soFar()));
  });
  const result = await dialNoun(dialling);
  forget();
  if (result === "passed over" || action === undefined) return "next";
  return next(result);
};

function dialNoun(dialling: Dialling): Promise<Params | "passed over"> {
  const nouns = dialling.verb.children;
  const noun = (name: string): Verb | undefined => nouns.find((child) => child.name === name);
  const [conference, queue] = [noun("Conference"), noun("Queue")];
  if (conference) return dialConference(dialling, conference);
  if (queue) return dialQueue(dialling, queue);
  const phones = nouns.filter((child) => ["Number", "Sip", "Client"].includes(child.name));
  const plain: Verb = { name: "Number", attributes: {}, children: [], text: dialling.verb.text };
  return dialPhones(dialling, phones.length > 0 ? phones : [plain]);
}
