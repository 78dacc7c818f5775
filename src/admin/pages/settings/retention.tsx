import { Button, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, sentenceOf } from "../../api.ts";
import { when } from "../../time.ts";
import { Erasing } from "./erasing.tsx";
import { whatGoes, type Days, type Kept } from "./limits-wire.ts";
import { number } from "./counted.ts";
import limits from "./limits.module.css";

const fields = [
  {
    name: "records",
    label: "Calls and return calls that are over",
    about: "With their cases and what is on the leads’ list.",
  },
  {
    name: "recordings",
    label: "Recordings at Twilio",
    about: "Voicemails, messages and what reps have said of a promise. Never longer than their calls.",
  },
  { name: "audit", label: "The audit log", about: "Who changed what. A year at least." },
] as const;

type Typed = Readonly<Record<keyof Days, string>>;

/** For how long what is over is kept; what a change erases is shown before it is made. */
export function Retention({ kept, etag }: { readonly kept: Kept; readonly etag: string }) {
  const [typed, setTyped] = useState<Typed>(() => typedOf(kept));
  const looking = useMutation({ mutationFn: (days: Days) => whatGoes(days) });
  const days = daysOf(typed);
  const refused = looking.error instanceof ApiProblem ? looking.error.fields : {};
  const changed = fields.some(({ name }) => typed[name].trim() !== typedOf(kept)[name]);
  return (
    <>
      <form
        className={limits["fields"]}
        onSubmit={(event) => {
          event.preventDefault();
          if ("days" in days && changed) looking.mutate(days.days);
        }}
      >
        {fields.map(({ name, label, about }) => (
          <TextInput
            key={name}
            label={label}
            description={about}
            inputMode="numeric"
            placeholder="for ever"
            value={typed[name]}
            onChange={({ currentTarget: { value } }) => {
              looking.reset();
              setTyped({ ...typed, [name]: value });
            }}
            error={
              ("wrong" in days && days.wrong === name
                ? `Type ${fewest(kept, name)} or more, or nothing to keep it for ever.`
                : undefined) ?? refused[name]
            }
            rightSection={typed[name].trim() === "" ? undefined : <span className={limits["unit"]}>days</span>}
            rightSectionWidth={56}
            rightSectionPointerEvents="none"
            maxLength={5}
          />
        ))}
        {looking.error && Object.keys(refused).length === 0 && (
          <Text c="var(--mantine-color-error)" role="alert">
            {sentenceOf(looking.error)}
          </Text>
        )}
        <div className={limits["save"]}>
          <Button type="submit" disabled={!changed || "wrong" in days} loading={looking.isPending}>
            See what goes
          </Button>
          {changed && (
            <Button variant="subtle" onClick={() => setTyped(typedOf(kept))}>
              As it was
            </Button>
          )}
        </div>
      </form>
      <Text c="dimmed" fz="sm" mt="md">
        {standing(kept)}
      </Text>
      {"days" in days && looking.data && (
        <Erasing goes={looking.data} days={days.days} etag={etag} close={() => looking.reset()} />
      )}
    </>
  );
}

function typedOf(kept: Days): Typed {
  const text = (days: number | null) => (days === null ? "" : String(days));
  return { records: text(kept.records), recordings: text(kept.recordings), audit: text(kept.audit) };
}

function fewest({ atLeast }: Kept, name: keyof Days): string {
  return number(atLeast[name], "day", "days");
}

/** What was typed as days, or which of it is none. */
function daysOf(typed: Typed): { readonly days: Days } | { readonly wrong: keyof Days } {
  const read = (text: string) => (text.trim() === "" ? null : /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);
  const days = { records: read(typed.records), recordings: read(typed.recordings), audit: read(typed.audit) };
  const wrong = fields.find(({ name }) => Number.isNaN(days[name]) || days[name] === 0);
  return wrong ? { wrong: wrong.name } : { days };
}

function standing({ records, recordings, audit, goneByAt, toDelete }: Kept): string {
  const forEver = [records, recordings, audit].every((days) => days === null);
  return [
    forEver ? "Nothing is set: all of it is kept for ever." : "",
    goneByAt === null || forEver ? "" : `Last gone by ${when(goneByAt)}.`,
    toDelete === 0 ? "" : `${number(toDelete, "recording is", "recordings are")} still to be deleted at Twilio.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
