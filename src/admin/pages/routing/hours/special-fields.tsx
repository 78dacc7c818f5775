import { ActionIcon, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Icon } from "../../../ui/icon.tsx";
import { asSentence } from "../fields/sentence.ts";
import { useDraft } from "../draft.ts";
import { writePath, type Path } from "../path.ts";
import classes from "./hours.module.css";
import { IntervalsField } from "./intervals-field.tsx";
import { isDate, type DraftHours } from "./read.ts";
import { AddSpecial } from "./add-special.tsx";
import { dateInWords } from "./date-in-words.ts";
import {
  specialDays,
  withChangedDay,
  withoutSpecialDay,
  withSpecialDay,
  type PlacedDay,
  type SpecialDay,
} from "./special-days.ts";

type Props = {
  readonly hours: DraftHours;
  readonly path: Path;
  /** Today there, YYYY-MM-DD. */
  readonly today: string;
  readonly set: (hours: DraftHours) => void;
};

/** Holidays and exceptions in one list by date; those that are over are folded away. */
export function SpecialFields({ hours, path, today, set }: Props) {
  const all = specialDays(hours);
  const over = all.filter(({ date }) => isDate(date) && date < today);
  const ahead = all.filter((day) => !over.includes(day));
  const rows = (days: readonly PlacedDay[]) => (
    <ul className={classes["specials"]}>
      {days.map((day) => (
        <Row
          key={`${day.list} ${day.at}`}
          day={day}
          path={[...path, day.list, day.at]}
          change={(changed) => set(withChangedDay(hours, day, changed))}
          remove={() => set(withoutSpecialDay(hours, day))}
        />
      ))}
    </ul>
  );
  return (
    <>
      {ahead.length === 0 ? <Text c="dimmed">None ahead: the week holds on every date.</Text> : rows(ahead)}
      <AddSpecial taken={all.map(({ date }) => date)} today={today} add={(day) => set(withSpecialDay(hours, day))} />
      {over.length > 0 && (
        <details className={classes["over"]}>
          <summary>{over.length === 1 ? "1 day that is over" : `${over.length} days that are over`}</summary>
          {rows(over)}
        </details>
      )}
    </>
  );
}

type RowProps = {
  readonly day: PlacedDay;
  readonly path: Path;
  readonly change: (day: SpecialDay) => void;
  readonly remove: () => void;
};

function Row({ day, path, change, remove }: RowProps) {
  const draft = useDraft();
  const { date, name, open } = day;
  const [typed, setTyped] = useState<string>();
  const called = name === "" ? dateInWords(date) : `${name}, ${dateInWords(date)}`;
  const kept = { date, name, ...(open === undefined ? {} : { open }) };
  const faults = draft.faultsWithin(path).map(({ sentence }) => asSentence(sentence));
  return (
    <li data-path={writePath(path)} aria-label={called}>
      <TextInput
        type="date"
        aria-label={`Date of ${called}`}
        value={typed ?? date}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => {
          setTyped(undefined);
          if (typed !== undefined && typed !== date && isDate(typed)) change({ ...kept, date: typed });
        }}
      />
      <TextInput
        aria-label={`Name of ${called}`}
        placeholder={open === undefined ? "Name" : "Name, if it has one"}
        value={name}
        onChange={(event) => change({ ...kept, name: event.currentTarget.value })}
      />
      <SegmentedControl
        aria-label={`On ${called}`}
        data={[
          { value: "closed", label: "Closed" },
          { value: "open", label: "Open" },
        ]}
        value={open === undefined || open.length === 0 ? "closed" : "open"}
        onChange={(value) =>
          change(
            value === "closed"
              ? { date, name: name === "" ? "Closed" : name }
              : { ...kept, open: [["09:00", "12:00"]] },
          )
        }
      />
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${called}`} onClick={remove}>
        <Icon name="close" size={15} />
      </ActionIcon>
      {open !== undefined && open.length > 0 && (
        <IntervalsField of={called} intervals={open} set={(intervals) => change({ ...kept, open: intervals })} />
      )}
      {faults.length > 0 && (
        <Text className={classes["error"] ?? ""} role="alert">
          {faults.join(" ")}
        </Text>
      )}
    </li>
  );
}
