import { end } from "./progress.ts";
import { isOver, type Leg } from "./leg.ts";
import { detectMachine } from "./machine.ts";
import { toFetch } from "./perform.ts";
import type { Plant } from "./plant.ts";
import { run } from "./programme.ts";
import { openOutgoing, ring } from "./ring.ts";
import { Stopped } from "./scope.ts";
import { RestFault } from "./switchboard.ts";
import type { CallOrder, Instructions } from "./records/call.ts";
import { sendTones } from "./verbs/speak.ts";

/** Milliseconds from one outgoing call to the next: an account places one a second, and the excess is queued. */
const callEvery = 1000;

/** Hands out the instants at which outgoing calls begin, one a second. */
export type Pace = { next(): number };

/** Nothing placed yet. */
export function openPace(plant: Pick<Plant, "clock">): Pace {
  let free = 0;
  return {
    next() {
      const at = Math.max(plant.clock.now(), free);
      free = at + callEvery;
      return at - plant.clock.now();
    },
  };
}

type Ordered = Omit<CallOrder, "run" | "fallback">;

/** Queues a call; when its turn comes it is rung, and once it was answered `answered` goes on. */
export function place(plant: Plant, order: Ordered, answered: (leg: Leg) => void): Leg {
  const known = [...plant.numbers.values()].some((number) => number.phoneNumber === order.from);
  if (!known && /^\+?\d/.test(order.from))
    throw new RestFault(
      400,
      21210,
      `The source phone number provided, ${order.from}, is not yet verified for your account.`,
    );
  const leg = openOutgoing(plant, { ...order, direction: "outbound-api" });
  const begin = async () => {
    const pickup = await ring(plant, leg, order.timeout ?? 60);
    if (pickup !== "answered" || isOver(leg)) return;
    if (order.timeLimit !== undefined)
      leg.life.onStop(plant.clock.after(order.timeLimit * 1000, () => end(plant, leg, "completed", "time limit")));
    try {
      await onAnswer(plant, leg, order);
      if (leg.programme === undefined) answered(leg);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  };
  const cancel = plant.clock.after(plant.pace.next(), () => void begin());
  leg.life.onStop(cancel);
  return leg;
}

/** What comes between answering and the first document: the tones, then finding out who answered. */
async function onAnswer(plant: Plant, leg: Leg, order: Ordered) {
  const detection = order.machineDetection;
  if (order.sendDigits) {
    // Tones and detection exclude each other: SendDigits wins.
    await sendTones({ leg, scope: leg.life }, order.sendDigits);
    return;
  }
  if (!detection) return;
  const found = detectMachine(plant, leg, detection);
  if (!detection.async) return await found;
  found.catch(() => undefined);
}

/** A call by REST that runs instructions once it was answered. */
export function placeCall(plant: Plant, order: CallOrder): Leg {
  const leg = place(plant, order, (answered) => {
    const pending = plant.pending.get(answered.sid);
    plant.pending.delete(answered.sid);
    if (pending) run(plant, answered, toFetch(pending, "voice"));
  });
  plant.pending.set(leg.sid, order.run);
  leg.life.onStop(() => plant.pending.delete(leg.sid));
  leg.fallback = order.fallback;
  return leg;
}

/** Gives a live call new instructions; one that is not answered yet keeps them for then. */
export function redirectCall(plant: Plant, leg: Leg, instructions: Instructions): void {
  if (leg.direction !== "inbound" && leg.answeredAt === undefined) plant.pending.set(leg.sid, instructions);
  else run(plant, leg, toFetch(instructions, "voice"));
}
