import { z } from "zod";
import type { Routing } from "../../routing/routing.ts";
import type { Guard } from "../../work/guard.ts";
import { paths } from "../paths.ts";
import { operation, type Operation } from "./operation.ts";

type Options = { readonly guard: () => Pick<Guard, "today" | "switches">; readonly routing: () => Routing };

const Count = z.int().min(0);
const Limited = z.object({ used: Count, limit: Count });
/** The limits in force, and what of them is used today. */
export const LimitsBody = z.object({
  from: z.iso.datetime().meta({ description: "when today began, on the calendar of the business" }),
  until: z.iso.datetime(),
  countries: z.array(z.string()).meta({ description: "which are rung back; empty: those of the business's own lines" }),
  kinds: z.array(z.string()).meta({ description: "the kinds of numbers that are rung back" }),
  minutes: Limited.meta({ description: "of calls that we placed to customers" }),
  queues: z.array(Limited.extend({ queue: z.string() })).meta({
    description: "return calls that were placed today or are owed for today, by queue, in the order of the routing",
  }),
  number: z.object({
    limit: Count,
    reached: z
      .array(z.object({ number: z.string(), used: Count }))
      .meta({ description: "numbers not rung any more today" }),
  }),
  alike: z.object({
    limit: Count,
    reached: z
      .array(z.object({ begins: z.string(), used: Count }))
      .meta({ description: "numbers that begin so, all but the last three digits, are not rung any more today" }),
  }),
});

/** The limits on calls that we place, and what of them is used today. */
export function limitOperations({ guard, routing }: Options): readonly Operation[] {
  return [
    operation({
      id: "readLimits",
      method: "get",
      path: paths.limits,
      tag: "Return calls",
      summary: "The limits on calls that are placed to customers, and what of them is used today.",
      needs: "lead",
      endings: { 200: { says: "The limits in force.", body: LimitsBody } },
      answer: () => ({ body: limits(guard(), routing()) }),
    }),
  ];
}

function limits({ today }: Pick<Guard, "today">, { business, queues }: Routing): z.infer<typeof LimitsBody> {
  const { countries, kinds, perNumberADay, perPrefixADay, perQueueADay, minutesADay } = business.outbound;
  const { from, until, minutes, byQueue, byNumber, byAlike } = today();
  return {
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
    countries: [...countries],
    kinds: [...kinds],
    minutes: { used: Math.round(minutes), limit: minutesADay },
    queues: Object.keys(queues).map((queue) => ({ queue, used: byQueue.get(queue) ?? 0, limit: perQueueADay })),
    number: {
      limit: perNumberADay,
      reached: reached(byNumber, perNumberADay).map(([number, used]) => ({ number, used })),
    },
    alike: {
      limit: perPrefixADay,
      reached: reached(byAlike, perPrefixADay).map(([begins, used]) => ({ begins, used })),
    },
  };
}

/** Those that are at their limit, the busiest first. */
function reached(taken: ReadonlyMap<string, number>, limit: number): readonly (readonly [string, number])[] {
  return [...taken].filter(([, used]) => used >= limit).toSorted(([, a], [, b]) => b - a);
}
