import type { Day } from "./days.ts";
import type { World } from "./world.ts";

const minute = 60_000;
/** Of all webhooks this share comes twice or late, by up to so many milliseconds. */
const [disturbed, lateBy] = [0.2, 3_000];
/** In the middle the REST API fails once in so many milliseconds, and the app is killed once. */
const [restFailsEvery, killedEvery] = [20 * minute, 150 * minute];

/** How often what was broken. */
export type Broken = { rest: number; kills: number };

/** Breaks things for as long as the business is open, and a little beyond: at instants that the seed alone decides. */
export function breakThings(world: World, days: readonly Day[]): Broken {
  const broken = { rest: 0, kills: 0 };
  world.exchange.faults.disturbWebhooks(disturbed, lateBy);
  for (const { open } of days) {
    if (!open) continue;
    const luck = world.luck("disorder", open.from);
    const until = open.until + 30 * minute;
    for (let at = open.from + luck.about(restFailsEvery); at < until; at += luck.about(restFailsEvery))
      world.at(at, () => {
        broken.rest += 1;
        restFails(world);
      });
    for (let at = open.from + luck.about(killedEvery); at < until; at += luck.about(killedEvery))
      world.at(at, () => {
        broken.kills += 1;
        kills(world);
      });
  }
  return broken;
}

function restFails(world: World): void {
  const luck = world.luck("rest", world.now());
  const { faults } = world.exchange;
  const seconds = luck.between(2, 45);
  const fails = (ms: number) => world.complaints.restFails({ from: world.now(), until: world.now() + ms });
  const how = luck.pick(["down", "down", "limited", "limited", "request", "answer", "answer"]);
  if (how === "limited") faults.restLimit(luck.whole(1, 6));
  if (how === "request") faults.restLosesRequest(luck.whole(1, 3));
  if (how === "answer") faults.restLosesAnswer(luck.whole(1, 3));
  if (how !== "down") return fails(120_000);
  fails(seconds * 1_000);
  const [status, code] = luck.pick([
    [503, 20503],
    [500, 20500],
    [429, 20429],
  ]);
  world.after(seconds * 1_000, faults.restDown(status, code));
}

/** At once, or in the middle of the work that comes next; mostly it is back in seconds, now and then in minutes. */
function kills(world: World): void {
  const luck = world.luck("kill", world.now());
  const downMs = luck.chance(0.8) ? luck.between(0.2, 20) * 1_000 : luck.between(30, 300) * 1_000;
  if (luck.chance(0.4)) world.kill(downMs);
  else world.killInWebhook(luck.whole(1, 30), downMs);
}
