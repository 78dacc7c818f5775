import { NativeSelect, NumberInput, SegmentedControl, TextInput } from "@mantine/core";
import classes from "./question-form.module.css";
import type { Of, Question, Waits } from "./wire.ts";

type FormProps = {
  readonly waits: Waits;
  readonly hasDraft: boolean;
  readonly setOf: (of: Of) => void;
  readonly question: Question;
  readonly change: (change: Partial<Question>) => void;
};

/** Which wait is to be heard. */
export function QuestionForm({ waits, hasDraft, setOf, question, change }: FormProps) {
  const { queues, languages, language, zone } = waits;
  const ways = waits.ways.filter(({ queue }) => queue === question.queue);
  return (
    <form className={classes["form"]} onSubmit={(event) => event.preventDefault()} aria-label="The wait">
      {hasDraft && (
        <SegmentedControl
          fullWidth
          aria-label="Which routing"
          value={waits.of}
          onChange={setOf}
          data={[
            { value: "draft", label: "Draft" },
            { value: "in-force", label: "In force" },
          ]}
        />
      )}
      <NativeSelect
        label="Queue"
        value={question.queue}
        onChange={({ currentTarget }) => change({ queue: currentTarget.value, way: "" })}
        data={queues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <NativeSelect
        label="Way in"
        value={question.way}
        onChange={({ currentTarget }) => change({ way: currentTarget.value, language: "" })}
        data={[
          { value: "", label: "Straight into the queue" },
          ...ways.map(({ line, keys }) => ({ value: wayValue(line, keys), label: wayLabel(line, keys, waits) })),
        ]}
      />
      {languages.length > 1 && (
        <NativeSelect
          label="Language"
          value={question.language}
          onChange={({ currentTarget }) => change({ language: currentTarget.value })}
          data={[
            { value: "", label: `${languageName(wayLanguage(question, ways) ?? language)} (as on this way)` },
            ...languages.map((code) => ({ value: code, label: languageName(code) })),
          ]}
        />
      )}
      <div className={classes["pair"]}>
        <TextInput
          type="date"
          label="Day"
          value={question.day}
          onChange={({ currentTarget }) => change({ day: currentTarget.value })}
        />
        <TextInput
          type="time"
          label="Time"
          value={question.time}
          onChange={({ currentTarget }) => change({ time: currentTarget.value })}
        />
      </div>
      <p className={classes["note"]}>By the clock in {placeOf(zone)}. Left empty: today, and now.</p>
      <div className={classes["pair"]}>
        <Amount label="Callers ahead" value={question.ahead} most={1_000} set={(ahead) => change({ ahead })} />
        <Amount label="Reps" value={question.reps} most={1_000} set={(reps) => change({ reps })} />
      </div>
      <Amount
        label="A call takes a rep"
        value={question.handleMinutes}
        least={1}
        most={120}
        suffix={question.handleMinutes === 1 ? " minute" : " minutes"}
        set={(handleMinutes) => change({ handleMinutes })}
      />
    </form>
  );
}

type AmountProps = {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most: number;
  readonly suffix?: string;
  readonly set: (value: number) => void;
};

function Amount({ label, value, least = 0, most, suffix = "", set }: AmountProps) {
  return (
    <NumberInput
      label={label}
      value={value}
      min={least}
      max={most}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      suffix={suffix}
      onChange={(now) => typeof now === "number" && now >= least && set(now)}
    />
  );
}

const wayValue = (line: string, keys: readonly string[]) => `${line} ${keys.join(",")}`.trim();

function wayLabel(line: string, keys: readonly string[], { lines }: Waits): string {
  const name = lines.find(({ number }) => number === line)?.name ?? line;
  return keys.length === 0 ? name : `${name}, ${keys.length > 1 ? "keys" : "key"} ${keys.join(" then ")}`;
}

function wayLanguage({ way }: Question, ways: Waits["ways"]): string | undefined {
  return ways.find(({ line, keys }) => wayValue(line, keys) === way)?.language;
}

const names = new Intl.DisplayNames(["en"], { type: "language" });
const languageName = (code: string) => names.of(code) ?? code;

/** A time zone as people say it: New York. */
const placeOf = (zone: string) => zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
