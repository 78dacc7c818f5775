import { Text } from "@mantine/core";
import { when } from "../../time.ts";
import { number } from "./counted.ts";
import type { Limits } from "./limits-wire.ts";
import classes from "./limits.module.css";

const kindNames: Readonly<Record<string, string>> = {
  mobile: "mobile",
  fixed: "fixed",
  voip: "over the internet",
  "toll-free": "toll-free",
};

/** The limits in force, and how much of each is used. */
export function Today({ limits }: { readonly limits: Limits }) {
  const { minutes, queues, number: one, alike, countries, kinds, until } = limits;
  return (
    <>
      <div className={classes["meters"]}>
        <Meter label="Minutes spoken" {...minutes} unit="minutes" />
        {queues.map(({ queue, ...used }) => (
          <Meter key={queue} label={`Calls for ${queue}`} {...used} unit="calls" />
        ))}
      </div>
      <dl className={classes["facts"]}>
        <div>
          <dt>To one number</dt>
          <dd>
            {number(one.limit, "call", "calls")} a day.{" "}
            <Reached
              all={one.reached.map(({ number: of, used }) => ({ name: of, used }))}
              none="No number is there yet."
            />
          </dd>
        </div>
        <div>
          <dt>To numbers much alike</dt>
          <dd>
            {number(alike.limit, "call", "calls")} a day to numbers that differ in their last three digits alone.{" "}
            <Reached
              all={alike.reached.map(({ begins, used }) => ({ name: `${begins}…`, used }))}
              none="None are there yet."
            />
          </dd>
        </div>
        <div>
          <dt>Countries</dt>
          <dd>{countries.length === 0 ? "Those of the business’s own lines" : countries.join(", ")}</dd>
        </div>
        <div>
          <dt>Kinds of numbers</dt>
          <dd>{kinds.map((kind) => kindNames[kind] ?? kind).join(", ")}</dd>
        </div>
      </dl>
      <Text c="dimmed" fz="sm" mt="md">
        All of it begins anew when the day of the business ends: {when(until)}.
      </Text>
    </>
  );
}

type MeterProps = { readonly label: string; readonly used: number; readonly limit: number; readonly unit: string };

/** How far something is used up, as a bar and in figures. */
function Meter({ label, used, limit, unit }: MeterProps) {
  const share = Math.min(1, used / limit);
  const state = share >= 1 ? "full" : share >= 0.8 ? "near" : "free";
  const figures = `${used.toLocaleString()} of ${limit.toLocaleString()} ${unit}`;
  return (
    <div className={classes["meter"]}>
      <span>{label}</span>
      <span className={classes["figures"]}>
        {state === "full" && <b>At its limit: </b>}
        {figures}
      </span>
      <div
        className={classes["bar"]}
        data-state={state}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(used, limit)}
        aria-valuetext={figures}
      >
        <div style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}

type ReachedProps = {
  readonly all: readonly { readonly name: string; readonly used: number }[];
  readonly none: string;
};

/** Those that are rung no more today. */
function Reached({ all, none }: ReachedProps) {
  if (all.length === 0) return <span className={classes["none"]}>{none}</span>;
  return (
    <>
      <b>{all.length === 1 ? "At its limit:" : "At their limit:"}</b>{" "}
      {all.map(({ name, used }) => `${name} (${used})`).join(", ")}
    </>
  );
}
