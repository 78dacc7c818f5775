import type { Request } from "express";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { firstCallResolution, type FirstCallResolution } from "../report/first-call-resolution.ts";
import { Day } from "../routing/fields.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";
import { casesOver } from "../work/cases-over.ts";
import { csvOf } from "./csv.ts";
import { operation, type Operation } from "./api/operation.ts";
import { Time } from "./callback-schemas.ts";
import { paths } from "./paths.ts";
import { Problem } from "./problem.ts";

/** A report's first and last instant: a date is a day of the business, from its beginning or to its end. */
const End = z.union([Day, Time], {
  error: "a time is a date such as 2026-11-23, or ISO 8601 with its offset, such as 2026-11-23T15:00:00-05:00",
});

const ReportQuery = z.strictObject({
  from: End.optional(),
  to: End.optional(),
  by: z.enum(["queue", "rep"]).default("queue"),
  format: z.enum(["json", "csv"]).optional(),
});

const day = 86_400_000;
/** Unless asked otherwise a report is of the days before now: so many, and never of more than so many. */
const [usualDays, mostDays] = [30, 400];

export type ResolutionReportOptions = {
  readonly store: Pick<Store, "archive">;
  readonly routing: Routing;
  readonly now: () => Instant;
};

const Figure = z.looseObject({
  cases: z.int(),
  atFirst: z.int(),
  share: z.number().nullable().meta({ description: "null: no case was over" }),
});

/**
 * First-call resolution of the cases that were over within a time, of each queue or, for coaching alone, of each rep: in the order of the
 * routing, never by the figure. JSON, or CSV where that is asked for.
 */
export function resolutionReportOperation({ store, routing, now }: ResolutionReportOptions): Operation {
  return operation({
    id: "readFirstCallResolution",
    method: "get",
    path: paths.firstCallResolution,
    tag: "Reports",
    summary: "What share of the cases that were over within a time the first call had resolved; CSV with format=csv.",
    needs: "lead",
    query: ReportQuery,
    endings: {
      200: {
        says: "The figures.",
        body: z.object({ from: z.iso.datetime(), to: z.iso.datetime(), by: z.string(), figures: z.array(Figure) }),
      },
    },
    async send({ query, request }, response) {
      response.vary("Accept");
      const { from, to } = within(query, routing.business.zone, now());
      const format = query.format ?? formatOf(request);
      const { byQueue, byRep } = await firstCallResolution(casesOver(store, from, to), routing);
      const { by } = query;
      const figures = Object.entries(by === "queue" ? byQueue : byRep).map(([name, figure]) => ({ name, ...figure }));
      if (format === "csv") {
        response.attachment(`first-call-resolution-by-${by}.csv`).send(sheetOf(by, figures));
        return;
      }
      response.json({
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        by,
        figures: figures.map(({ name, ...figure }) => ({ [by]: name, ...figure })),
      });
    },
  });
}

function formatOf(request: Request): "json" | "csv" {
  const format = request.accepts(["json", "csv"]);
  if (format === "json" || format === "csv") return format;
  throw new Problem(406, "It can be had as application/json or text/csv.");
}

/** From `from` up to, not including, `to`. Refuses a time that ends before it begins, or is too long. */
function within(
  { from: first, to: last }: z.infer<typeof ReportQuery>,
  zone: string,
  now: Instant,
): { readonly from: Instant; readonly to: Instant } {
  const to = last === undefined ? now : typeof last === "number" ? last : startOf(last, zone, 1);
  const from = first === undefined ? to - usualDays * day : typeof first === "number" ? first : startOf(first, zone, 0);
  if (from >= to) throw amiss("to", "It ends before it begins.");
  if (to - from > mostDays * day) throw amiss("from", `At most ${mostDays} days are counted at once.`);
  return { from, to };
}

/** When a date begins in the zone of the business, or the day so many days after it. */
function startOf(date: string, timeZone: string, later: number): Instant {
  return Temporal.PlainDate.from(date).add({ days: later }).toZonedDateTime({ timeZone }).epochMilliseconds;
}

function amiss(path: string, sentence: string): Problem {
  return new Problem(400, "Mend what is named in errors.", { errors: [{ path, sentence }] });
}

/** A share that is not known is an empty field, and never a number. */
function sheetOf(by: string, figures: readonly ({ readonly name: string } & FirstCallResolution)[]): string {
  const rows = figures.map(({ name, cases, atFirst, share }) => [name, `${cases}`, `${atFirst}`, `${share ?? ""}`]);
  return csvOf([by, "cases", "atFirst", "share"], rows);
}
