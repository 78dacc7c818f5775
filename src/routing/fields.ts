import { z } from "zod";

/** A name of something in the routing. */
export const Id = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    "a name is lower-case letters, digits and hyphens, at most 40, beginning with a letter",
  );
/** A phone number in E.164. */
export const E164 = z
  .string()
  .regex(
    /^\+[1-9]\d{6,14}$/,
    "a phone number is written in E.164: a plus sign, the country code and the number, digits only",
  );
/** Where a rep is rung: a number, a SIP address or a client. */
export const Address = z
  .string()
  .regex(
    /^(\+[1-9]\d{6,14}|sips?:[^\s@]+@[^\s@]+|client:[\w.-]{1,121})$/,
    "a rep's address is a phone number in E.164, a SIP address (sip:name@host) or a client (client:name)",
  );
/** A language by its code. */
export const LanguageCode = z
  .string()
  .regex(/^[a-z]{2,3}$/, "a language is its two or three letter code, such as en or es");
/** A key that an option may have. */
export const Key = z
  .string()
  .regex(/^[1-9]$/, "an option's key is one digit from 1 to 9; 0, * and # have fixed meanings");
/** A date in the zone of the business. */
export const Day = z.iso.date("a date is written YYYY-MM-DD");
/** A time on the wall clock of the business. */
export const TimeOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "a time of day is written HH:MM, from 00:00 to 24:00");
/** Whole seconds within limits. */
export const Seconds = (min: number, max: number) => z.int().min(min).max(max);
/** A time zone by its IANA name. */
export const Zone = z.string().refine(isZone, "a time zone is an IANA name such as America/New_York");

function isZone(name: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone.length > 0 && name.includes("/")
    );
  } catch {
    return false;
  }
}
