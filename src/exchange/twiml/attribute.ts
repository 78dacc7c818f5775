import type { Fault } from "./document.ts";
import { urlFault } from "./url.ts";

/** One attribute as Twilio documents it: the code it is refused with, and what it takes. */
export type Attribute = {
  readonly code: number;
  readonly takes: "url" | "values" | "list" | "number" | "text";
  /** The values of an enumeration, in Twilio's spelling. */
  readonly values?: readonly string[];
  readonly fault: (value: string) => Fault | undefined;
};

function attribute(
  takes: Attribute["takes"],
  code: number,
  expects: string,
  accepts: (value: string) => boolean,
  values?: readonly string[],
): Attribute {
  const fault = (value: string) => (accepts(value) ? undefined : { code, message: `${expects}, not "${value}"` });
  return { code, takes, fault, ...(values && { values }) };
}

/** One of the values named, as spelled. */
export const oneOf = (code: number, ...values: readonly string[]): Attribute =>
  attribute("values", code, `one of ${values.join(", ")}`, (value) => values.includes(value), values);

/** Some of the values named, between single spaces, none twice. */
export const someOf = (code: number, ...values: readonly string[]): Attribute =>
  attribute("list", code, `some of ${values.join(", ")}`, (value) => areSomeOf(value.split(" "), values), values);

const areSomeOf = (named: readonly string[], values: readonly string[]): boolean =>
  named.every((value) => values.includes(value)) && new Set(named).size === named.length;

export const truth = (code: number): Attribute => oneOf(code, "true", "false");

export const method = (code: number): Attribute => oneOf(code, "GET", "POST");

/** A whole number within these bounds, in digits alone. */
export const whole = (code: number, least: number, most = Number.MAX_SAFE_INTEGER): Attribute =>
  attribute(
    "number",
    code,
    most === Number.MAX_SAFE_INTEGER ? `a whole number from ${least}` : `a whole number from ${least} to ${most}`,
    (value) => /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most,
  );

/** A URL to request, absolute or relative; empty where Twilio gives the empty one a meaning. */
export const url = (code: number): Attribute => ({ code, takes: "url", fault: (value) => urlFault(value, code) });

/** Text that matches a pattern from end to end. */
export const matching = (code: number, pattern: RegExp, expects: string): Attribute =>
  attribute("text", code, expects, (value) => pattern.test(value));

/** Text of which Twilio says no more than what `accepts` does. */
export const text = (code: number, expects: string, accepts: (value: string) => boolean = () => true): Attribute =>
  attribute("text", code, expects, accepts);
