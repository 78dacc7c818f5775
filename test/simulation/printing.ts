import { table, type Row } from "../bench/table.ts";
import type { Tally } from "./tally.ts";

const figure = (value: number) => value.toLocaleString("en-US");
const share = (part: number, of: number) => (of === 0 ? "–" : `${((100 * part) / of).toFixed(2)} %`);

/** The tally as Markdown tables. */
export function printed(tally: Tally): string {
  const { account, witnessed, broken } = tally;
  const { made, kept, moved, cancelled, late, broken: lost, open } = account;
  const counts: readonly (readonly [string, string])[] = [
    ["Calls that customers made", figure(tally.calls)],
    ["Webhooks sent, repeats included", figure(tally.webhooks)],
    ["REST requests", figure(tally.requests)],
    ["Times that REST was broken", figure(broken.rest)],
    ["Times that the process was killed", figure(broken.kills)],
    ["Customers rung back", figure(witnessed.rung)],
    ["… of them picked up, by a person or a machine", figure(witnessed.answered)],
    ["… of them spoke with a rep", figure(witnessed.met)],
    ["Most times that anybody was overtaken by our choice", figure(tally.mostOvertaken)],
    ["… and for whatever cause, such as that a rep passed", figure(tally.overtakenMost.length)],
  ];
  const promises: readonly (readonly [string, string])[] = [
    ["Promises made", figure(made)],
    ["kept", figure(kept)],
    ["moved", figure(moved)],
    ["cancelled", figure(cancelled)],
    ["late", figure(late)],
    ["broken", figure(lost)],
    ["still open", figure(open)],
    ["unaccounted for", figure(made - kept - moved - cancelled - late - lost - open)],
    ["Told aloud or by text, as the exchange heard it", figure(witnessed.told)],
    ["… of them without a record", figure(witnessed.toldWithoutRecord.length)],
    ["With more than one conversation", figure(witnessed.answeredTwice.length)],
    ["Rung at night", figure(witnessed.atNight.length)],
    ["For a time, while no rep was free", figure(witnessed.unstaffed)],
    ["For a time, rung by then and not reached", figure(witnessed.unreachable)],
    ["For a time, and could be kept", figure(witnessed.couldBeKept)],
    [
      "… of them kept on time",
      `${figure(witnessed.keptOnTime)} (${share(witnessed.keptOnTime, witnessed.couldBeKept)})`,
    ],
  ];
  const rows = (pairs: readonly (readonly [string, string])[], name: string): readonly Row[] =>
    pairs.map(([what, value]) => ({ [name]: what, figure: value }));
  const causes = counted(tally.causes);
  const outcomes = counted(tally.outcomes);
  return [
    table(rows(promises, "promises")),
    ...(causes.length > 0 ? [table(rows(causes, "late or broken, and why"))] : []),
    table(rows(counts, "what went on")),
    table(rows(outcomes, "how calls ended, theirs and ours")),
  ].join("\n\n");
}

/** What was counted, by name. */
function counted(counts: ReadonlyMap<string, number>): readonly (readonly [string, string])[] {
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([what, times]) => [what, figure(times)]);
}
