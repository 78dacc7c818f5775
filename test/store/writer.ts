import { writeSync } from "node:fs";
import { openLowdb } from "../../src/store/lowdb.ts";

// Decides as fast as it can until it is killed, and prints each promise once it was acknowledged: "put x" or "closed x".
// When the disk fails it says so, decides once more, and ends.
const [folder = "", round = "", now = "0", snapshotAfterBytes = "20000"] = process.argv.slice(2);
const writers = 8;
const store = await openLowdb({
  folder,
  now: () => Number(now),
  snapshotAfterBytes: Number(snapshotAfterBytes),
  onFailing: (why) => say(`failing ${why}`),
});

function say(what: string): void {
  writeSync(1, `${what}\n`);
}

function acknowledged(what: string): boolean {
  if (store.condition().state === "failing") return false;
  say(what);
  return true;
}

async function write(writer: number): Promise<void> {
  for (let count = 0; ; count++) {
    const id = `${round}/${writer}/${count}`;
    const effects = [{ lane: id, effect: { do: "wake", at: 0, why: id } as const }];
    await store.decide("queue", id, () => ({ put: { queue: id, handled: [1] }, effects, answer: 0 }));
    if (!acknowledged(`put ${id}`)) return;
    if (count % 3 === 0) continue;
    await store.decide("queue", id, (record) => (record ? { close: record, answer: 0 } : { answer: 0 }));
    if (!acknowledged(`closed ${id}`)) return;
  }
}

await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
say(await store.decide("queue", "more", () => ({ put: { queue: "more", handled: [] }, answer: "went on" })));
await store.close();
