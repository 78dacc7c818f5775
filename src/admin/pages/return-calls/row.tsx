import { Badge } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { readable } from "../../../phone/book.ts";
import { useRepNames } from "./names.ts";
import classes from "./return-calls.module.css";
import type { ReturnCall } from "./wire.ts";
import { endedWords, kinds, stateWords, timeWords } from "./words.ts";

/** One return call in the list, which leads to all that is known of it. */
export function Row({ call }: { readonly call: ReturnCall }) {
  const names = useRepNames();
  const { id, number, queue, kind, owed, note, state, promises } = call;
  const over = state.at === "closed";
  return (
    <li>
      <Link to="/return-calls/$id" params={{ id }}>
        <span className={classes["who"]}>
          <b>{readable(number)}</b>
          <span>
            {queue} · {kinds[kind]}
          </span>
          {note?.text !== undefined && <q>{note.text}</q>}
        </span>
        <span className={classes["time"]}>
          <b>
            {timeWords(owed)} <Late call={call} />
          </b>
          <span>{over ? endedWords(promises.at(-1)?.ended, names) : stateWords(call, names)}</span>
        </span>
      </Link>
    </li>
  );
}

/** Says of what is late that it is. */
export function Late({ call: { late, state, promises } }: { readonly call: ReturnCall }) {
  const how = promises.at(-1)?.ended?.how;
  const words =
    state.at !== "closed" ? (late ? "Late" : undefined) : how === "late" || how === "broken" ? how : undefined;
  if (words === undefined) return null;
  return (
    <Badge color="red.8" variant="light" radius="sm" tt="capitalize">
      {words}
    </Badge>
  );
}
