/** Who brought an edition into force, in a few words. */
export function broughtBy({ by, origin }: { readonly by: { readonly name: string }; readonly origin: string }): string {
  if (origin === "file") return "from the routing file";
  return `${origin === "roll-back" ? "rolled back by" : "by"} ${by.name}`;
}
