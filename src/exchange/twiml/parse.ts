import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Verb } from "./document.ts";

/** An element still open: its text and children come in as they are read. */
type Open = {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Verb[];
  text: string;
};

/** What `<Say>` speaks is marked up by SSML, whose elements Twilio writes in lower case. */
const isSsml = (name: string): boolean => /^[a-z]/.test(name);

/** What is heard of an SSML element: its text, or what stands in for it. */
const spoken = (verb: Verb): string => (verb.name === "sub" ? (verb.attributes["alias"] ?? verb.text) : verb.text);

/** Line breaks in a text message are meant; in speech they only lay out the document. */
const trimmed = ({ name, text }: Open): string => (name === "Say" ? text.replace(/\s+/g, " ") : text).trim();

function opened(tag: SaxesTagPlain): Open {
  const attributes: Record<string, string> = Object.create(null);
  return { name: tag.name, attributes: Object.assign(attributes, tag.attributes), children: [], text: "" };
}

/** Reads XML into its root element, comments ignored; throws an Error naming line and column when it is not well-formed. */
export function parseXml(xml: string): Verb {
  const parser = new SaxesParser();
  const open: Open[] = [];
  let root: Verb | undefined;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => open.push(opened(tag)));
  parser.on("text", (text) => addText(open, text));
  parser.on("cdata", (text) => addText(open, text));
  parser.on("closetag", () => {
    const closed = open.pop();
    if (!closed) return;
    const verb: Verb = { ...closed, text: trimmed(closed) };
    const parent = open.at(-1);
    if (!parent) root = verb;
    else parent.children.push(verb);
    if (parent && isSsml(verb.name)) parent.text += spoken({ ...verb, text: closed.text });
  });
  parser.write(xml).close();
  if (!root) throw new Error("there is no root element");
  return root;
}

function addText(open: readonly Open[], text: string): void {
  const parent = open.at(-1);
  if (parent) parent.text += text;
}
