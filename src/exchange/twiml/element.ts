import type { Attribute } from "./attribute.ts";
import type { Fault, Place, Verb } from "./document.ts";

/** One element of TwiML as Twilio documents it: what it takes, what stands in it, and what its parts ask of each other. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Codes that Twilio writes otherwise where the element stands in a Gather. */
  readonly inGather?: Readonly<Record<number, number>>;
  /** Names of the elements that may stand in it, and the code another one is refused with. */
  readonly holds?: { readonly elements: readonly string[]; readonly otherwise: number };
  /** Whether text may stand in it; stray text is a warning. */
  readonly text?: true;
  /** A fault of the whole element, after its attributes are known to be right. */
  readonly fault?: (verb: Verb, place: Place) => Fault | undefined;
  readonly warning?: (verb: Verb, place: Place) => Fault | undefined;
};

/** The rule of an attribute, if the element has one of that name. */
export const attributeOf = ({ attributes }: Element, name: string): Attribute | undefined =>
  Object.hasOwn(attributes, name) ? attributes[name] : undefined;

/** A fault when `holds` is false. */
export const unless = (holds: boolean, code: number, message: string): Fault | undefined =>
  holds ? undefined : { code, message };

/** Advice against the loop that comes of an absent action: the document that asked is asked again. */
export const loops = (verb: Verb): Fault | undefined =>
  unless(
    Boolean(verb.attributes["action"]),
    0,
    `<${verb.name}> has no action, so its result goes to this document again, which may loop`,
  );
