/** A zone as a draft has it; Greenwich's, while what stands there is no zone. */
export function zoneOf(value: unknown): string {
  if (typeof value !== "string") return "UTC";
  try {
    new Intl.DateTimeFormat("en", { timeZone: value }).format(0);
    return value;
  } catch {
    // The check tells of it at the field.
    return "UTC";
  }
}
