import { TextInput } from "@mantine/core";
import { useState } from "react";
import { typedTime } from "./week.ts";
import classes from "./hours.module.css";

type Props = {
  readonly label: string;
  /** "HH:MM", as the routing writes it; what is none is shown as it is. */
  readonly value: string;
  /** The end of an opening: midnight is 24:00. */
  readonly isEnd?: boolean;
  readonly set: (time: string) => void;
};

/** A time of day, in whatever way it is typed. What is no time stays to be seen, and is told of. */
export function TimeInput({ label, value, isEnd = false, set }: Props) {
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? value : typedTime(typed, isEnd);
  const take = () => {
    if (typed === undefined || read === undefined) return;
    setTyped(undefined);
    if (read !== value) set(read);
  };
  return (
    <TextInput
      aria-label={label}
      className={classes["time"] ?? ""}
      value={typed ?? value}
      autoComplete="off"
      error={typed !== undefined && typed !== "" && read === undefined ? "Such as 8:30 or 5 PM" : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter") take();
        if (event.key === "Escape") setTyped(undefined);
      }}
    />
  );
}
