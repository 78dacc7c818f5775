const dated = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const timed = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

/** An instant (ISO 8601) as this browser's owner reads it: of today the time alone. */
export function when(instant: string): string {
  const at = new Date(instant);
  return at.toDateString() === new Date().toDateString() ? `today ${timed.format(at)}` : dated.format(at);
}

/** Who brought an edition into force, in a few words. */
export function broughtBy({ by, origin }: { readonly by: { readonly name: string }; readonly origin: string }): string {
  if (origin === "file") return "from the routing file";
  return `${origin === "roll-back" ? "rolled back by" : "by"} ${by.name}`;
}
