import { array, assert, asyncProperty, boolean, nat, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { virtualClock } from "../../src/exchange/clock.ts";
import { openLine } from "../../src/exchange/line.ts";
import { engine, line } from "./engine.ts";

const settled = async () => {};

test("due timers run one by one in time order, those of one instant in the order they were set", async () => {
  const clock = virtualClock(1000);
  const ran: (string | number)[][] = [];
  const note = (name: string) => () => ran.push([name, clock.now()]);
  clock.after(30, note("c"));
  clock.after(10, note("a"));
  clock.after(10, note("b"));
  const cancel = clock.after(20, note("never"));
  clock.after(10, () => clock.after(5, note("set meanwhile")));
  clock.after(31, note("not due"));
  cancel();
  await clock.advance(30, settled);
  expect(ran).toEqual([
    ["a", 1010],
    ["b", 1010],
    ["set meanwhile", 1015],
    ["c", 1030],
  ]);
  expect(clock.now()).toBe(1030);
});

test("what a timer set off has settled before the next one runs", async () => {
  const clock = virtualClock(0);
  const ran: string[] = [];
  clock.after(1, () => ran.push("one"));
  clock.after(2, () => ran.push("two"));
  await clock.advance(5, async () => {
    ran.push("settled");
  });
  expect(ran).toEqual(["settled", "one", "settled", "two", "settled"]);
});

test("timers of any delays run in the order of their instants", async () => {
  await assert(
    asyncProperty(array(nat(50), { maxLength: 60 }), async (delays) => {
      const clock = virtualClock(0);
      const ran: number[] = [];
      for (const delay of delays) clock.after(delay, () => ran.push(delay));
      await clock.advance(100, settled);
      expect(ran).toEqual(delays.toSorted((a, b) => a - b));
    }),
    { seed: 1 },
  );
});

test("whoever joins and leaves a line, everybody's place is one more than those before", () => {
  assert(
    property(array(tuple(boolean(), nat(40)), { maxLength: 3000 }), (steps) => {
      const places = openLine<string>();
      const model: string[] = [];
      for (const [joins, who] of steps) {
        const key = `c${who}`;
        if (joins && !model.includes(key)) {
          places.join(key, key);
          model.push(key);
        } else if (!joins && model.includes(key)) {
          places.leave(key);
          model.splice(model.indexOf(key), 1);
        }
      }
      expect([places.all(), places.first, places.size]).toEqual([model, model[0], model.length]);
      for (const [at, key] of model.entries()) expect(places.place(key)).toBe(at + 1);
    }),
    { seed: 1, numRuns: 50 },
  );
});

/** Half a minute of calls; answers the debugger. */
async function day() {
  const { exchange, caller, rep, pass, base } = await engine({
    "/voice": "<Enqueue waitUrl='/wait'>support</Enqueue>",
    "/wait": "<Say>Please hold</Say><Pause length='5'/>",
    "/rep": "<Dial><Queue>support</Queue></Dial>",
  });
  exchange.setNumber({ phoneNumber: "+15005550007", voiceUrl: `${base}/rep` });
  exchange.faults.shuffleStatusCallbacks();
  for (let calls = 0; calls < 20; calls++) {
    caller.dial(line, { from: `+1500555${1000 + calls}` });
    await pass(1);
  }
  for (let calls = 0; calls < 10; calls++) {
    rep.dial("+15005550007");
    await pass(3);
  }
  return JSON.stringify(exchange.log).replaceAll(base, "");
}

test("the same seed and the same steps give the same debugger, entry by entry", async () => {
  expect(await day()).toBe(await day());
});

test("hundreds may wait at once, and each has its own place", async () => {
  const { exchange, pass, of } = await engine({
    "/voice": "<Enqueue waitUrl='/wait'>support</Enqueue>",
    "/wait": "<Pause length='30'/>",
  });
  for (let calls = 0; calls < 400; calls++) exchange.phone(`+1500556${1000 + calls}`).dial(line);
  await pass(31);
  const second = of("/wait")
    .slice(400)
    .map(({ params }) => Number(params["QueuePosition"]));
  expect(second).toEqual(Array.from({ length: 400 }, (_, at) => at + 1));
});
