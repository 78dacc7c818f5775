import { Button, SegmentedControl, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { localDate } from "../../../../routing/hours.ts";
import { weekInWords } from "../../../../routing/said-hours.ts";
import { usesOf } from "../../../../routing/uses.ts";
import { Empty } from "../../../ui/states.tsx";
import { useDraft } from "../draft.ts";
import { asSentence } from "../fields/sentence.ts";
import formClasses from "../form.module.css";
import { FieldGroup } from "../form.tsx";
import { ItemHead } from "../items.tsx";
import { NoSuchItem } from "../no-such-item.tsx";
import { Remove, Rename } from "../rename-remove.tsx";
import { wayTo, wayToPath } from "../sections.ts";
import { useNow } from "../../../time.ts";
import { ClockNights, StateNow } from "./clock.tsx";
import classes from "./hours.module.css";
import { readHours, soundHours, type DraftHours } from "./read.ts";
import { SpecialFields } from "./special-fields.tsx";
import { paintedWeek, type Week } from "./week.ts";
import { WeekFields } from "./week-fields.tsx";
import { WeekGrid } from "./week-grid.tsx";
import { zoneOf } from "./zone.ts";

/** One set of opening hours: a week that is painted or typed, and the days that differ from it. */
export function HoursForm({ id }: { readonly id: string }) {
  const draft = useDraft();
  const path = ["hours", id];
  const value = draft.value(path);
  const hours = useMemo(() => readHours(value), [value]);
  if (value === undefined) return <NoSuchItem section="hours" of="Hours" id={id} />;
  return (
    <div className={formClasses["form"]} data-path={`hours.${id}`}>
      <ItemHead
        section="hours"
        of="Hours"
        title={id}
        actions={
          <>
            <Rename what="hours" section="hours" kind="hours" id={id} />
            <Remove what="hours" section="hours" kind="hours" id={id} path={path} />
          </>
        }
      />
      {hours ? (
        <Fields id={id} hours={hours} value={value} />
      ) : (
        <Empty
          title="These hours cannot be shown as a form"
          action={
            <Button renderRoot={(props) => <Link {...props} {...wayToPath(path, true)} />}>Open them as text</Button>
          }
        >
          Something in them is of another shape than days with times. Nothing of it is lost.
        </Empty>
      )}
    </div>
  );
}

type FieldsProps = {
  readonly id: string;
  readonly hours: DraftHours;
  /** The same as it stands in the draft, with whatever else it holds. */
  readonly value: unknown;
};

function Fields({ id, hours, value }: FieldsProps) {
  const draft = useDraft();
  const now = useNow();
  const [step, setStep] = useState(30);
  const isUpright = useMediaQuery("(max-width: 48em)") ?? false;
  const path = ["hours", id];
  const sound = useMemo(() => soundHours(hours), [hours]);
  const zone = zoneOf(draft.value(["business", "zone"]));
  const faults = draft.faultsAt(path).map(({ sentence }) => asSentence(sentence));
  const change = (week: Week) => draft.change([...path, "weekly"], week);
  return (
    <>
      <div className={classes["summary"]}>
        <Text fz="lg" fw={550}>
          {weekInWords(sound.weekly)}
        </Text>
        <StateNow hours={sound} zone={zone} now={now} />
        <Uses id={id} />
        {faults.length > 0 && (
          <Text className={classes["error"] ?? ""} role="alert">
            {faults.join(" ")}
          </Text>
        )}
      </div>
      <section className={classes["week"]} aria-label="The week">
        <div className={classes["weekHead"]}>
          <Title order={3}>The week</Title>
          <SegmentedControl
            size="xs"
            aria-label="Size of a cell"
            data={[
              { value: "30", label: "Half hours" },
              { value: "15", label: "Quarter hours" },
            ]}
            value={String(step)}
            onChange={(chosen) => setStep(Number(chosen))}
          />
        </div>
        <WeekGrid
          week={hours.weekly}
          step={step}
          isUpright={isUpright}
          paint={(days, stretch, open) => change(paintedWeek(hours.weekly, days, stretch, open))}
        />
        <Text c="dimmed" fz="sm" id="how-to-paint" mt={8}>
          Drag over the hours to open or close them; with a finger, tap one, or rest on it first and then drag. By keys:
          arrows move, Space opens or closes, Shift with an arrow carries on.
        </Text>
        <WeekFields
          week={hours.weekly}
          path={[...path, "weekly"]}
          set={(week) => change(week)}
          errorOf={(day) => {
            const within = draft.faultsWithin([...path, "weekly", day]);
            return within.length === 0 ? undefined : within.map(({ sentence }) => asSentence(sentence)).join(" ");
          }}
        />
      </section>
      <FieldGroup title="Days that differ" about="Holidays, and dates with hours of their own.">
        <SpecialFields
          hours={hours}
          path={path}
          today={localDate(zone, now)}
          set={({ holidays, exceptions }) => draft.change(path, { ...record(value), holidays, exceptions })}
        />
      </FieldGroup>
      <FieldGroup title="When the clocks change">
        <ClockNights hours={sound} zone={zone} now={now} />
      </FieldGroup>
    </>
  );
}

/** Who goes by these hours. */
function Uses({ id }: { readonly id: string }) {
  const { source } = useDraft();
  const uses = usesOf(source, "hours", id);
  if (uses.length === 0) return <Text c="dimmed">Nothing goes by them yet: name them in a queue, or with a rep.</Text>;
  return (
    <Text c="dimmed" className={classes["uses"] ?? ""}>
      Used by{" "}
      {uses.map((use, place) => {
        const [section, name] = use;
        return (
          <span key={use.join(" ")}>
            {place > 0 && ", "}
            <Link {...wayTo(section === "reps" ? "reps" : "queues", String(name))}>{String(name)}</Link>
          </span>
        );
      })}
    </Text>
  );
}

function record(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
