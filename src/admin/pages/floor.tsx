import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { floorQuery, type Floor } from "../live.ts";
import { useNow, when } from "../time.ts";
import { Failed, Loading } from "../ui/states.tsx";
import classes from "./floor.module.css";

type QueueNow = Floor["queues"][number];
type RepNow = Floor["reps"][number];

/** The lines, the reps and the return calls, as they are now. */
export function FloorNow() {
  const { data, error, refetch } = useQuery(floorQuery);
  if (data) return <Standing floor={data} />;
  if (error) return <Failed what="The lines and reps cannot be shown" error={error} again={() => void refetch()} />;
  return <Loading what="the lines and reps" rows={6} />;
}

function Standing({ floor }: { readonly floor: Floor }) {
  const now = useNow(1_000);
  return (
    <div className={classes["floor"]}>
      <section aria-labelledby="lines-now">
        <h2 id="lines-now">Lines</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">Queue</th>
              <th scope="col">Waiting</th>
              <th scope="col">Longest</th>
              <th scope="col">Return calls due</th>
              <th scope="col">Reps</th>
            </tr>
          </thead>
          <tbody>
            {floor.queues.map((queue) => (
              <Line key={queue.id} queue={queue} now={now} />
            ))}
          </tbody>
        </table>
        <Text c="dimmed" size="sm" mt="sm">
          {owedWords(floor.owed)}{" "}
          {floor.owed.open > 0 && (
            <Anchor component={Link} to="/return-calls" size="sm" underline="always">
              See them
            </Anchor>
          )}
        </Text>
      </section>
      <section aria-labelledby="reps-now">
        <h2 id="reps-now">Reps</h2>
        <ul>
          {floor.reps.map((rep) => (
            <Rep key={rep.id} rep={rep} now={now} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Line({ queue, now }: { readonly queue: QueueNow; readonly now: number }) {
  const { id, open, waiting, waitingSince, due, signedIn } = queue;
  return (
    <tr>
      <th scope="row">
        {id} <span className={classes["kind"]}>{kindOf(queue)}</span>
      </th>
      <td data-some={waiting > 0}>{waiting}</td>
      <td>{waitingSince === undefined ? "–" : clocked(now - Date.parse(waitingSince))}</td>
      <td data-some={due > 0}>{due}</td>
      <td data-lacking={open && signedIn === 0}>{signedIn === 0 ? "none" : signedIn}</td>
    </tr>
  );
}

/** The kind, where the name does not say it already, and whether it is closed. */
function kindOf({ id, kind, open }: QueueNow): string {
  return [...(id === kind ? [] : [kind]), ...(open ? [] : ["closed"])].join(", ");
}

const doings: Readonly<Record<RepNow["doing"], string>> = {
  ringing: "Ringing",
  talking: "In a call",
  "wrap-up": "Wrapping up",
  parting: "Ending a call",
  free: "Free",
  break: "On a break",
  away: "Away, after missed calls",
  out: "Signed out",
};

function Rep({ rep, now }: { readonly rep: RepNow; readonly now: number }) {
  const { name, doing, since } = rep;
  const long = since === undefined || doing === "out" ? undefined : clocked(now - Date.parse(since));
  return (
    <li data-doing={doing}>
      <span className={classes["mark"]} aria-hidden="true" />
      <b>{name}</b>
      <span>
        {doings[doing]}
        {long !== undefined && ` for ${long}`}
      </span>
    </li>
  );
}

/** Return calls that are owed, in a sentence. */
function owedWords({ open, late, nextBy }: Floor["owed"]): string {
  if (open === 0) return "No return calls are owed.";
  const next = nextBy === undefined ? "" : ` The next was promised by ${when(nextBy)}.`;
  const owed = open === 1 ? "One return call is owed" : `${open} return calls are owed`;
  return `${owed}${late === 0 ? "." : late === 1 ? ", one of them late." : `, ${late} of them late.`}${next}`;
}

/** Milliseconds as minutes and seconds, and hours where there are any: 4:05, 1:04:05. */
function clocked(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
