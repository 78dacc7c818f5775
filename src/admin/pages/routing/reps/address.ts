import { Address } from "../../../../routing/fields.ts";

/** What an address is, by its form: undefined where it is none that can be rung. */
export function kindOfAddress(address: string): "phone" | "SIP address" | "client" | undefined {
  if (!Address.safeParse(address).success) return undefined;
  if (address.startsWith("+")) return "phone";
  return address.startsWith("client:") ? "client" : "SIP address";
}

/**
 * An address as people write it, as the routing writes it: a phone number without spaces and brackets, 00 as a plus, and ten digits, as
 * North Americans write them, with +1 where the business's own number has that. What is none comes back as it was, without spaces at its ends.
 */
export function tidyAddress(typed: string, ownNumber = ""): string {
  const text = typed.trim();
  if (/[a-z@]/i.test(text)) return text.replace(/^(sips?|client):\s*/i, (scheme) => scheme.trim().toLowerCase());
  const digits = text.replace(/[\s().\-/]/g, "").replace(/^00/, "+");
  if (/^\+\d+$/.test(digits)) return digits;
  if (!ownNumber.startsWith("+1")) return text;
  if (/^[2-9]\d{9}$/.test(digits)) return `+1${digits}`;
  return /^1[2-9]\d{9}$/.test(digits) ? `+${digits}` : text;
}
