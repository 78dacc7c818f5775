import { overtakeCap } from "./business.ts";
import type { Tally } from "./tally.ts";

/** Of the promises that could be kept on time, at least this share was. */
const leastKept = 0.99;

const sumOf = (counts: ReadonlyMap<string, number>) => [...counts].map(([what, times]) => `${what} (${times} times)`);

/** Everything that must not be, a sentence each: nothing, as a rule. */
export function wrongs({
  account,
  witnessed,
  openCalls,
  mostOvertaken,
  causeless,
  twilio,
  rest,
  errors,
}: Tally): readonly string[] {
  const { made, open, kept, moved, cancelled, late, broken } = account;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["told, and on no record", witnessed.toldWithoutRecord],
    ["rung at night", witnessed.atNight],
    ["more than one conversation for a promise", witnessed.answeredTwice],
    ["rung while rung already, or while talking", witnessed.rungTwiceAtOnce],
    ["kept on record alone", witnessed.keptUnseen],
    ["late or broken for no cause", causeless],
    ["Twilio would have complained", sumOf(twilio)],
    ["REST that departs from Twilio's document", sumOf(rest)],
    ["an error in the log", sumOf(errors)],
  ];
  const found = lists.flatMap(([what, all]) => all.map((one) => `${what}: ${one}`));
  if (made !== kept + moved + cancelled + late + broken + open) found.push("promises made and ended do not add up");
  if (open > 0) found.push(`${open} promises never ended`);
  if (openCalls > 0) found.push(`${openCalls} calls never ended`);
  if (mostOvertaken > overtakeCap) found.push(`somebody was overtaken ${mostOvertaken} times`);
  const { couldBeKept, keptOnTime, missed } = witnessed;
  if (keptOnTime < leastKept * couldBeKept)
    found.push(`kept ${keptOnTime} of ${couldBeKept} that could be kept on time; not: ${missed.join("; ")}`);
  return found;
}
