import { expect, test } from "vitest";
import { newGathering, type Gathering } from "../../src/store/gathering.ts";

/** Whether a sync would begin within the next turns of the event loop, without any time passing to speak of. */
async function beginsAtOnce(gathering: Gathering): Promise<boolean> {
  let begun = false;
  void gathering.wait().then(() => (begun = true));
  await turns();
  return begun;
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}

test("whoever changes something alone never waits for others, however often", async () => {
  const gathering = newGathering();
  for (let change = 0; change < 10; change++) {
    gathering.joined(1);
    expect(await beginsAtOnce(gathering)).toBe(true);
    gathering.began(1);
  }
});

test("after a sync that several shared, the next waits for more, and ends by itself", async () => {
  const gathering = newGathering();
  gathering.began(2);
  gathering.joined(1);
  const waited = gathering.wait();
  await expect(waited).resolves.toBeUndefined();
});

test("thirty-two changes are enough to begin at once, whether they came before or while it waited", async () => {
  const gathering = newGathering();
  gathering.began(32);
  for (let count = 1; count <= 32; count++) gathering.joined(count);
  expect(await beginsAtOnce(gathering)).toBe(true);
  gathering.began(32);
  let begun = false;
  void gathering.wait().then(() => (begun = true));
  for (let count = 1; count <= 32; count++) gathering.joined(count);
  await turns();
  expect(begun).toBe(true);
});
