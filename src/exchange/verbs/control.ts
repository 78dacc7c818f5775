import { end } from "../progress.ts";
import { DocumentFault, resolveUrl, type Document, type Fetch, type RunVerb } from "../plant.ts";
import type { Purpose } from "../log.ts";
import type { Params } from "../signature.ts";
import type { HttpMethod } from "../target.ts";
import type { Verb } from "../twiml/read.ts";

/** `<Redirect>`: goes on with another document; the verbs after it are never reached. */
export const redirect: RunVerb = async (_stage, verb, document) =>
  request(document, verb, "redirect", { url: verb.text.trim(), params: {} });

/** `<Hangup>`: ends the call. */
export const hangup: RunVerb = async () => "hangup";

/** `<Leave>`: leaves the queue; outside of one it does nothing. */
export const leave: RunVerb = async (stage) => (stage.realm === "queue-wait" ? "leave" : "next");

/**
 * `<Reject>`: refuses a call that was not answered. One that was is hung up: the documents only say that Reject ends the
 * call and that it is of use as the first verb.
 */
export const reject: RunVerb = async (stage, verb) => {
  const busy = verb.attributes["reason"] === "busy";
  if (stage.leg.answeredAt === undefined) end(stage.plant, stage.leg, busy ? "busy" : "no-answer", "rejected");
  return "hangup";
};

type Asked = { readonly url: string | undefined; readonly params: Params };

/** The request a verb leads to: its URL resolved, its `method`, POST where it names none. */
export function request(document: Document, verb: Verb, purpose: Purpose, { url, params }: Asked): Fetch {
  const resolved = resolveUrl(document, url ?? "");
  if (resolved === undefined)
    throw new DocumentFault({ code: 11100, message: `<${verb.name}> in an inline document needs an absolute URL` });
  return { url: resolved, method: methodOf(verb.attributes["method"]), purpose, params };
}

/** A method attribute, POST where there is none. */
export const methodOf = (method: string | undefined, usual: HttpMethod = "POST"): HttpMethod =>
  method === undefined ? usual : method.toUpperCase() === "GET" ? "GET" : "POST";
