import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import classes from "./hours.module.css";
import { isDate } from "./read.ts";
import type { SpecialDay } from "./special-days.ts";

type AddProps = {
  readonly taken: readonly string[];
  readonly today: string;
  readonly add: (day: SpecialDay) => void;
};

/** A day that differs, to be added: its date, its name, and whether it is open then. */
export function AddSpecial({ taken, today, add }: AddProps) {
  const [date, setDate] = useState("");
  const [name, setName] = useState("");
  const [isOpen, setOpen] = useState(false);
  const isTaken = taken.includes(date);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isDate(date) || isTaken) return;
    add({
      date,
      name: name.trim() || (isOpen ? "" : "Closed"),
      ...(isOpen ? { open: [["09:00", "12:00"]] as const } : {}),
    });
    setDate("");
    setName("");
  };
  return (
    <form className={classes["add"]} onSubmit={submit} aria-label="Add a day">
      <TextInput
        type="date"
        label="Date"
        min={today}
        value={date}
        error={isTaken ? "It is in the list already." : undefined}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <TextInput
        label="Name"
        placeholder="Such as Thanksgiving"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label="On that day"
        data={[
          { value: "closed", label: "Closed" },
          { value: "open", label: "Open" },
        ]}
        value={isOpen ? "open" : "closed"}
        onChange={(value) => setOpen(value === "open")}
      />
      <Button type="submit" variant="default" disabled={!isDate(date) || isTaken}>
        Add the day
      </Button>
    </form>
  );
}
