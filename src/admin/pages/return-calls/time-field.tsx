import { NativeSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { sentenceOf } from "../../api.ts";
import { instantOfTyped, WallTime } from "../../ui/wall-time.tsx";
import type { Kind, Said } from "./wire.ts";
import { slotsQuery } from "./wire.ts";
import { timeWords } from "./words.ts";

/** A window's beginning (ISO 8601), or by when a rep calls (as `datetime-local` writes it); empty: nothing yet. */
export type Chosen = string;

/** The time that was chosen, as the API takes it. */
export function timeOf(kind: Kind, chosen: Chosen): Said {
  return kind === "promised" ? { by: instantOfTyped(chosen) } : { from: chosen };
}

type TimeProps = {
  readonly kind: Kind;
  readonly queue: string;
  readonly number: string;
  readonly value: Chosen;
  readonly change: (chosen: Chosen) => void;
  readonly error: string | undefined;
};

/** The time that is promised: of a rep's word any, else one of the windows that can be kept. */
export function TimeField({ kind, queue, number, value, change, error }: TimeProps) {
  if (kind !== "promised") return <Windows {...{ queue, number, value, change, error }} />;
  return <WallTime label="By" value={value} set={change} error={error} />;
}

function Windows({ queue, number, value, change, error }: Omit<TimeProps, "kind">) {
  const digits = number.replaceAll(/\D/g, "").length;
  const { data, error: refused } = useQuery({ ...slotsQuery(queue, number), enabled: queue !== "" && digits >= 7 });
  if (refused)
    return (
      <Text c="var(--mantine-color-error)" role="alert">
        {sentenceOf(refused)}
      </Text>
    );
  const none = data?.length === 0 ? "No window is free in the days ahead" : "Choose a window";
  return (
    <NativeSelect
      label="Window"
      description={data ? "Only those that the reps can keep." : "They are shown once number and queue are known."}
      value={value}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      data={[{ value: "", label: none }, ...(data ?? []).map((slot) => ({ value: slot.from, label: timeWords(slot) }))]}
      error={error}
      required
      withAsterisk={false}
    />
  );
}
