import type { Exchange } from "../../src/exchange/exchange.ts";
import type { Holdfast } from "../../src/holdfast.ts";

/** Resolves when nobody does anything any more: only time goes on from here. */
export async function settled(running: () => Holdfast | undefined, plant: Exchange): Promise<void> {
  for (;;) {
    await plant.idle();
    await running()?.idle();
    await new Promise((resolve) => setImmediate(resolve));
    if (plant.busy === 0 && (running()?.busy() ?? 0) === 0) return;
  }
}
