import { all, heardBy, sayings } from "./ear.ts";
import type { Phone } from "./phone.ts";

export const busy = { reps: ["Cleo"], talking: ["Cleo"] };
const products = ["glass", "whisper", "descaler"] as const;
type Product = (typeof products)[number];
/** What tells that a product is spoken of. */
export const words: Readonly<Record<Product, RegExp>> = {
  glass: /glass kettle/,
  whisper: /whisper kettle/,
  descaler: /descaler/,
};

/** The products that a caller heard of in the last call, in order. */
export async function heardOf(world: Parameters<typeof heardBy>[0], caller: Phone): Promise<readonly Product[]> {
  const said = sayings(await heardBy(world, caller));
  return said.flatMap((text) => products.filter((product) => words[product].test(text)));
}

/** Waits until the ident is heard: an announcement comes after it. */
export async function ident(world: Parameters<typeof heardBy>[0], caller: Phone): Promise<void> {
  while (!all(await heardBy(world, caller)).includes("new-leaf")) await caller.waits({ seconds: 1 });
}
