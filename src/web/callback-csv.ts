import { givenNow, type Callback } from "../callback/callback.ts";
import { csvOf } from "./csv.ts";

const columns = [
  "id",
  "code",
  "kind",
  "state",
  "queue",
  "number",
  "line",
  "rep",
  "made_at",
  "from",
  "by",
  "times_said",
  "tries",
  "ended",
  "cause",
  "closed_at",
  "note",
];

/** Return calls as a sheet, one a line; times in ISO 8601. How it ended is how the last promise did. */
export function callbackCsv(callbacks: readonly Callback[]): string {
  return csvOf(columns, callbacks.map(rowOf));
}

function rowOf(callback: Callback): readonly string[] {
  const { id, code, kind, state, queue, to, from: line, owner, madeAt, given, tries, note } = callback;
  const { from, by, ended } = givenNow(callback);
  return [
    id,
    code,
    kind,
    state.at,
    queue,
    to,
    line,
    owner ?? "",
    iso(madeAt),
    iso(from),
    iso(by),
    String(given.length),
    String(tries.length),
    ended?.how ?? "",
    ended && "cause" in ended ? ended.cause : "",
    state.at === "closed" ? iso(state.closedAt) : "",
    note?.text ?? "",
  ];
}

function iso(at: number | undefined): string {
  return at === undefined ? "" : new Date(at).toISOString();
}
