import type { Logger } from "pino";
import type { Routing } from "../routing/routing.ts";
import type { PhoneLine } from "../twilio/line.ts";
import type { Activity } from "./activity.ts";
import type { Clock } from "./clock.ts";

/** The most that a queue of Twilio's holds: https://www.twilio.com/docs/voice/api/queue-resource */
const mostCallers = 5_000;
const againMs = 30_000;

type Options = {
  readonly routing: Routing;
  readonly line: PhoneLine;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly log: Logger;
};

/** Makes Twilio's queues as large as can be: how many may wait is the routing's to say. Returns the way to stop trying. */
export function sizeQueues({ routing, line, clock, activity, log }: Options): () => void {
  const cancels = new Map<string, () => void>();
  const attempt = (queue: string) =>
    void activity.during(async () => {
      const reply = await line.sizeQueue(queue, mostCallers);
      if ("ok" in reply) return;
      log.warn({ queue, ...reply }, "the queue could not be sized");
      if ("later" in reply)
        cancels.set(
          queue,
          clock.after(againMs, () => attempt(queue)),
        );
    });
  for (const queue of Object.keys(routing.queues)) attempt(queue);
  return () => cancels.forEach((cancel) => cancel());
}
