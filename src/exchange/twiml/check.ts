import type { Fault, Place, Verb } from "./document.ts";
import { attributeOf, type Element } from "./element.ts";
import { elements } from "./elements.ts";
import { realmFault } from "./realms.ts";
import { isAbsolute } from "./url.ts";

/** What is found in a document: the first fault, which stops it, and the warnings before that. */
export type Findings = { readonly fault?: Fault; readonly warnings: readonly Fault[] };

/** A relative URL in a document handed in has nothing to be relative to: https://www.twilio.com/docs/api/errors/15004 */
function inlineFault(verb: Verb, element: Element, place: Place): Fault | undefined {
  if (!place.inline) return undefined;
  const urls = Object.entries(verb.attributes)
    .filter(([name, value]) => attributeOf(element, name)?.takes === "url" && value !== "")
    .map(([, value]) => value);
  const relative = urls.find((url) => !isAbsolute(url));
  if (relative !== undefined)
    return { code: 15004, message: `in a document handed in, URLs are absolute: ${relative}` };
  const aimless = ["Gather", "Record"].includes(verb.name) && !verb.attributes["action"];
  if (aimless) return { code: 11100, message: `in a document handed in, <${verb.name}> has an action` };
  const target = ["Play", "Redirect"].includes(verb.name) && verb.text !== "" && !isAbsolute(verb.text);
  return target ? { code: 11100, message: `in a document handed in, URLs are absolute: ${verb.text}` } : undefined;
}

function attributeFault(verb: Verb, element: Element): Fault | undefined {
  for (const [name, value] of Object.entries(verb.attributes)) {
    const fault = attributeOf(element, name)?.fault(value);
    if (fault) return { code: fault.code, message: `<${verb.name} ${name}>: ${fault.message}` };
  }
  return undefined;
}

function warningsOf(verb: Verb, element: Element, place: Place): readonly Fault[] {
  const unknown = Object.keys(verb.attributes)
    .filter((name) => !attributeOf(element, name))
    .map((name) => ({ code: 12200, message: `<${verb.name}> has no attribute ${name}` }));
  const stray = !element.text && verb.text !== "" ? [{ code: 12200, message: `<${verb.name}> holds no text` }] : [];
  const own = element.warning?.(verb, place);
  return [...unknown, ...stray, ...(own ? [own] : [])];
}

/** Checks one element and what stands in it, in document order. */
function checkElement(verb: Verb, element: Element, place: Place): Findings {
  const warnings = warningsOf(verb, element, place);
  const fault = attributeFault(verb, element) ?? inlineFault(verb, element, place) ?? element.fault?.(verb, place);
  if (fault) return { fault: place.parent === "Gather" ? recoded(fault, element) : fault, warnings };
  const inside = checkAll(verb.children, { ...place, parent: verb.name }, (name) => nestingFault(name, element));
  return { ...inside, warnings: [...warnings, ...inside.warnings] };
}

const recoded = ({ code, message }: Fault, { inGather }: Element): Fault => ({
  code: inGather?.[code] ?? code,
  message,
});

function nestingFault(name: string, parent: Element): Fault | undefined {
  if (parent.holds?.elements.includes(name)) return undefined;
  return { code: parent.holds?.otherwise ?? 12200, message: `<${name}> has no place in <${parent.name}>` };
}

function checkAll(
  verbs: readonly Verb[],
  around: Omit<Place, "index">,
  placeFault: (name: string) => Fault | undefined,
): Findings {
  const warnings: Fault[] = [];
  for (const [index, verb] of verbs.entries()) {
    const element = elements.get(verb.name);
    const misplaced = placeFault(verb.name);
    if (misplaced || !element)
      return { fault: misplaced ?? { code: 12200, message: `there is no <${verb.name}>` }, warnings };
    const findings = checkElement(verb, element, { ...around, index });
    warnings.push(...findings.warnings);
    if (findings.fault) return { fault: findings.fault, warnings };
  }
  return { warnings };
}

/** Checks the verbs of a document for the realm it runs in. */
export const checkVerbs = (verbs: readonly Verb[], place: Pick<Place, "realm" | "inline">): Findings =>
  checkAll(verbs, { ...place, parent: "Response" }, (name) => realmFault(name, place.realm));
