import { NativeSelect, SegmentedControl, Switch, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { floorQuery } from "../../live.ts";
import { serverNow } from "../../time.ts";
import classes from "./return-calls.module.css";
import type { Filter } from "./wire.ts";
import { kinds } from "./words.ts";

type FiltersProps = {
  readonly filter: Filter;
  readonly change: (change: Partial<Filter>) => void;
};

const any = { value: "", label: "Any" };

/** Which return calls are shown. */
export function Filters({ filter, change }: FiltersProps) {
  const { data: floor } = useQuery(floorQuery);
  const thisMonth = new Date(serverNow()).toISOString().slice(0, 7);
  const closed = filter.month !== "";
  return (
    <search className={classes["filters"]}>
      <SegmentedControl
        aria-label="Which"
        data={[
          { value: "open", label: "Owed" },
          { value: "closed", label: "Closed" },
        ]}
        value={closed ? "closed" : "open"}
        onChange={(which) => change(which === "closed" ? { month: thisMonth, late: false } : { month: "" })}
      />
      <TextInput
        label="Number or code"
        type="search"
        value={filter.find}
        onChange={({ currentTarget }) => change({ find: currentTarget.value })}
        maxLength={40}
      />
      <NativeSelect
        label="Queue"
        value={filter.queue}
        onChange={({ currentTarget }) => change({ queue: currentTarget.value })}
        data={[any, ...(floor?.queues ?? []).map(({ id }) => ({ value: id, label: id }))]}
      />
      <NativeSelect
        label="Kind"
        value={filter.kind}
        onChange={({ currentTarget }) => change({ kind: currentTarget.value })}
        data={[any, ...Object.entries(kinds).map(([value, label]) => ({ value, label }))]}
      />
      {closed ? (
        <TextInput
          type="month"
          label="Closed in"
          max={thisMonth}
          value={filter.month}
          onChange={({ currentTarget }) => currentTarget.value !== "" && change({ month: currentTarget.value })}
        />
      ) : (
        <Switch
          label="Late only"
          checked={filter.late}
          onChange={({ currentTarget }) => change({ late: currentTarget.checked })}
        />
      )}
    </search>
  );
}
