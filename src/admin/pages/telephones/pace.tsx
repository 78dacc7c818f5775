import { SegmentedControl } from "@mantine/core";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ask, sentenceOf } from "../../api.ts";
import { floorQuery } from "../../live.ts";
import { businessZone } from "../../time.ts";
import classes from "./pace.module.css";

/** The demo's time, and how many times as fast it goes as a clock on the wall. */
type Time = { readonly now: string; readonly pace: number };

const paces = [1, 5, 20, 60];

/** Asks what time it is in the demo. */
export const timeQuery = queryOptions({
  queryKey: ["demo", "clock"],
  queryFn: async () => {
    const time = (await ask("GET", "/demo/clock")) as Time;
    return { ...time, heard: performance.now() };
  },
  refetchInterval: 20_000,
});

/** Whether time goes faster than on the wall: then nothing is played, for nobody would understand it. */
export function useIsFast(): boolean {
  const { data } = useQuery(timeQuery);
  return data !== undefined && data.pace > 1;
}

/** The demo's time, and a control to have it go faster: a wait, a promised hour, a night. */
export function Pace() {
  const queries = useQueryClient();
  const { data } = useQuery(timeQuery);
  const set = useMutation({
    mutationFn: async (pace: number) => (await ask("PUT", "/demo/clock", { pace })) as Time,
    onSuccess(time) {
      queries.setQueryData(timeQuery.queryKey, { ...time, heard: performance.now() });
      void queries.invalidateQueries({ queryKey: floorQuery.queryKey });
    },
  });
  const ticked = useTick();
  if (!data) return null;
  const now = new Date(Date.parse(data.now) + Math.max(0, ticked - data.heard) * data.pace);
  return (
    <div className={classes["pace"]} role="group" aria-label="Time">
      <time dateTime={now.toISOString()}>{now.toLocaleString(undefined, { ...clock, timeZone: businessZone() })}</time>
      <SegmentedControl
        size="sm"
        aria-label="How fast time goes"
        data={paces.map((pace) => ({ value: String(pace), label: `${pace}×` }))}
        value={String(data.pace)}
        onChange={(pace) => set.mutate(Number(pace))}
      />
      <span className={classes["note"]} role="status">
        {set.error ? sentenceOf(set.error) : data.pace > 1 ? "Captions only: sound goes no faster." : ""}
      </span>
    </div>
  );
}

const clock = { weekday: "short", hour: "numeric", minute: "2-digit", second: "2-digit" } as const;

/** What the page's own clock shows, several times a second. */
function useTick(): number {
  const [ticked, tick] = useState(() => performance.now());
  useEffect(() => {
    const timer = window.setInterval(() => tick(performance.now()), 250);
    return () => window.clearInterval(timer);
  }, []);
  return ticked;
}
