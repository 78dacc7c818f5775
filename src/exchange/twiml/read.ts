import { checkVerbs } from "./check.ts";
import type { Fault, Realm, Verb } from "./document.ts";
import { parseXml } from "./parse.ts";

export type { Fault, Realm, Verb } from "./document.ts";

/** A document to run with the warnings Twilio would log; sound to play before hanging up; or why it is refused. */
export type Reading =
  | { readonly verbs: readonly Verb[]; readonly warnings: readonly Fault[] }
  | { readonly audio: true }
  | { readonly fault: Fault };

const mostBytes = 64 * 1024;
const mostInline = 4000;
const markup = ["text/xml", "application/xml", "text/html"];
const element = (name: string, text = ""): Verb => ({ name, attributes: {}, children: [], text });
const refuse = (code: number, message: string): Reading => ({ fault: { code, message } });

/**
 * Reads an answer as Twilio does, and refuses what Twilio refuses or warns of where the call would go wrong.
 * `inline` says that the document came as the `Twiml` parameter of a REST request, and not from a URL.
 */
export function readTwiml(body: string, contentType: string | undefined, realm: Realm, inline = false): Reading {
  if (inline) return body.length > mostInline ? refuse(32018, "over 4000 characters") : readMarkup(body, realm, true);
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type.startsWith("audio/")) return { audio: true };
  if (type !== "text/plain" && !markup.includes(type))
    return refuse(12300, `neither TwiML nor sound: ${type || "no"} type`);
  if (Buffer.byteLength(body) > mostBytes) return refuse(11750, "over 64 kB");
  return type === "text/plain" ? readPlain(body, realm) : readMarkup(body, realm, false);
}

/** Plain text that is no markup is read to the caller, who is then hung up on. */
function readPlain(body: string, realm: Realm): Reading {
  try {
    parseXml(body);
  } catch {
    if (body.trim() === "") return { verbs: [], warnings: [] };
    return {
      verbs: realm === "sms" ? [element("Message", body)] : [element("Say", body), element("Hangup")],
      warnings: [],
    };
  }
  return readMarkup(body, realm, false);
}

function readMarkup(body: string, realm: Realm, inline: boolean): Reading {
  if (body.trim() === "") return { verbs: [], warnings: [] };
  if (/^<\?xml\s[^>]*version=["'](?!1\.0["'])/.test(body)) return refuse(12101, "TwiML is XML 1.0");
  let root: Verb;
  try {
    root = parseXml(body);
  } catch (error) {
    return refuse(12100, error instanceof Error ? error.message : String(error));
  }
  if (root.name !== "Response") return refuse(12102, `the root element is Response, not ${root.name}`);
  const { fault, warnings } = checkVerbs(root.children, { realm, inline });
  const stray = root.text === "" ? [] : [{ code: 12200, message: "<Response> holds no text" }];
  return fault ? { fault } : { verbs: root.children, warnings: [...stray, ...warnings] };
}
