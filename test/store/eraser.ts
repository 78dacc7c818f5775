import { writeSync } from "node:fs";
import { openLowdb } from "../../src/store/lowdb.ts";

// Closes ten records at a time, erases five of them, and prints "closed x" and "erased x" once that was acknowledged, until it is killed.
const [folder = "", round = "", now = "0"] = process.argv.slice(2);
const store = await openLowdb({ folder, now: () => Number(now), snapshotAfterBytes: 6_000 });
const month = new Date(Number(now)).toISOString().slice(0, 7);

for (let batch = 0; ; batch++) {
  const ids = Array.from({ length: 10 }, (_, at) => `${round}/${batch}/${at % 2 === 0 ? "stays" : "goes"}/${at}`);
  await Promise.all(
    ids.map(async (id) => {
      await store.decide("queue", id, () => ({ close: { queue: id, handled: [1, 2, 3] }, answer: 0 }));
      writeSync(1, `closed ${id}\n`);
    }),
  );
  const goes = `${round}/${batch}/goes/`;
  const rest = (record: { queue: string }) => !record.queue.startsWith(goes);
  await store.erase([{ kind: "queue", month, rest: (record) => (rest(record) ? record : undefined) }]);
  writeSync(1, `erased ${round}/${batch}\n`);
}
