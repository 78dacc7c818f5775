import { clock, inWords } from "./time.ts";
import classes from "./figures.module.css";
import type { Wait } from "./wire.ts";

/** What the wait comes to. */
export function Figures({ wait: { figures, answered, seconds, left } }: { readonly wait: Wait }) {
  const { longestTalk, longestWithoutTalk, firstStanding, repeats, shareOfTalk } = figures;
  const rows: readonly (readonly [string, string])[] = [
    ["Talk", `${Math.round(100 * shareOfTalk)} % of ${clock(seconds)}`],
    ["Longest talk", longestTalk ? `${inWords(longestTalk.seconds)}, at ${clock(longestTalk.at)}` : "None"],
    [
      "Longest without a word",
      longestWithoutTalk ? `${inWords(longestWithoutTalk.seconds)}, from ${clock(longestWithoutTalk.at)}` : "None",
    ],
    ["Place or wait first said", firstStanding === undefined ? "Never" : `at ${clock(firstStanding)}`],
    ["Said before", repeats === 0 ? "Nothing" : `${repeats} ${repeats === 1 ? "sentence" : "sentences"}`],
    [
      "A rep answers",
      answered === undefined
        ? left
          ? "Not before the caller leaves"
          : "Not in this time"
        : `about ${clock(answered)}`,
    ],
  ];
  return (
    <dl className={classes["figures"]}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
