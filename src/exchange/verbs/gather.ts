import { callParams, listen } from "../leg.ts";
import { resolveUrl, type Document, type RunVerb, type Stage } from "../plant.ts";
import { nothing, openSlot, Stopped, type Scope, type Slot } from "../scope.ts";
import type { Params } from "../signature.ts";
import type { Verb } from "../twiml/read.ts";
import { send } from "../webhook.ts";
import { methodOf, request } from "./control.ts";
import { sayingTakes } from "./speak.ts";

/** How long a pause ends the words where Twilio is left to judge; the documents give no figure. */
const autoPause = 1000;

/**
 * `<Gather>`: takes keys or words while its prompts play. The first input cuts the prompts; the timeout begins when
 * they end, and again with each key. Without input the next verb runs, unless `actionOnEmptyResult` says otherwise.
 */
export const gather: RunVerb = async (stage, verb, document) => {
  const scope = stage.scope.child();
  const prompts = scope.child();
  const got = openSlot<Params | undefined>();
  try {
    const wait = takeInput({ stage, verb, document, scope, prompts, got });
    const prompting = prompt({ ...stage, scope: prompts }, verb, document).then(() => {
      if (!got.full) stage.leg.ear.hear({ kind: "silence" });
      wait();
      return got.given;
    });
    const result = await stage.scope.until(Promise.race([got.given, prompting]));
    const empty = verb.attributes["actionOnEmptyResult"] === "true" ? { Digits: "", msg: "Gather End" } : undefined;
    const params = result ?? empty;
    return params ? request(document, verb, "gather", { url: verb.attributes["action"], params }) : "next";
  } finally {
    scope.stop("gathered");
    if (stage.leg.ear.hearing?.kind === "silence") stage.leg.ear.hush(false);
  }
};

/** Plays the prompts; input that cuts them is no error. */
async function prompt(stage: Stage, verb: Verb, document: Document) {
  try {
    for (const child of verb.children) await stage.plant.verbs[child.name]?.(stage, child, document);
  } catch (error) {
    if (!(error instanceof Stopped && error.why === "barge-in")) throw error;
  }
}

type Taking = {
  readonly stage: Stage;
  readonly verb: Verb;
  readonly document: Document;
  readonly scope: Scope;
  readonly prompts: Scope;
  readonly got: Slot<Params | undefined>;
};

/** Listens to keys and words; answers what begins the timeout once the prompts are over. */
function takeInput({ stage, verb, document, scope, prompts, got }: Taking): () => void {
  const { clock } = stage.plant;
  const attributes = verb.attributes;
  const inputs = (attributes["input"] ?? "dtmf").split(" ");
  const timeout = (Number(attributes["timeout"] ?? 5) || 5) * 1000;
  const finishOnKey = attributes["finishOnKey"] ?? "#";
  const numDigits = Number(attributes["numDigits"] ?? Infinity);
  let [digits, words] = ["", ""];
  let cancel = nothing;
  const restart = (ms: number, then: () => void) => {
    cancel();
    cancel = clock.after(ms, then);
  };
  scope.onStop(() => cancel());

  const submitKeys = () => got.give(digits === "" ? undefined : { Digits: digits, msg: "Gather End" });
  const onKey = (key: string) => {
    if (words !== "" || got.full) return;
    prompts.stop("barge-in");
    if (key === finishOnKey) return submitKeys();
    digits += key;
    if (digits.length >= numDigits) return submitKeys();
    restart(timeout, submitKeys);
  };
  const onWords = (said: string) => {
    if (digits !== "" || got.full) return;
    prompts.stop("barge-in");
    words = words === "" ? said : `${words} ${said}`;
    tellPartial(stage, verb, document, words);
    // `auto` is one of two: the number is how long a silence ends what is said.
    const pause = Number(attributes["speechTimeout"] ?? timeout / 1000) * 1000 || autoPause;
    restart(sayingTakes(said) + pause, () =>
      got.give({ SpeechResult: asTranscribed(words), Confidence: "0.9128", msg: "Gather End" }),
    );
  };
  if (inputs.includes("dtmf")) listen(stage.leg.onKey, scope, onKey);
  if (inputs.includes("speech")) listen(stage.leg.onWords, scope, onWords);
  return () => {
    if (digits === "" && words === "" && !got.full) restart(timeout, submitKeys);
  };
}

/** Twilio's transcripts begin with a capital and end with a stop. */
function asTranscribed(words: string): string {
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.?!]$/.test(capital) ? capital : `${capital}.`;
}

/** Tells `partialResultCallback` what was made out so far; its answer is not used. */
function tellPartial({ plant, leg }: Stage, verb: Verb, document: Document, words: string) {
  const url = resolveUrl(document, verb.attributes["partialResultCallback"] ?? "");
  if (url === undefined || !verb.attributes["partialResultCallback"]) return;
  const { AccountSid = "", CallSid = "" } = callParams(plant.accountSid, leg);
  void send(plant.post, {
    purpose: "partial-result",
    method: methodOf(verb.attributes["partialResultCallbackMethod"]),
    url,
    params: { AccountSid, CallSid, UnstableSpeechResult: words, Stability: "0.9", SequenceNumber: "0" },
    callSid: leg.sid,
  });
}
