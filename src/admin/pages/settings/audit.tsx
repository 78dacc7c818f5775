import { Button, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../api.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { serverNow, when } from "../../time.ts";
import { SettingsTabs } from "./tabs.tsx";
import classes from "./settings.module.css";

type Line = {
  readonly id: string;
  readonly at: string;
  readonly by: { readonly name: string };
  readonly from: string;
  readonly what: string;
  readonly of?: string;
  readonly did?: Readonly<Record<string, unknown>>;
};
type Lines = { readonly lines: readonly Line[]; readonly next?: string };

const thisMonth = () => new Date(serverNow()).toISOString().slice(0, 7);

/** Who changed what, when and from where, month by month. */
export function AuditPage() {
  const [month, setMonth] = useState("");
  const [words, setWords] = useState("");
  const [about] = useDebouncedValue(words.trim(), 250);
  const filter = new URLSearchParams({ ...(month === "" ? {} : { month }), ...(about === "" ? {} : { about }) });
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["audit", month, about],
    queryFn: async ({ pageParam }) => {
      const query = new URLSearchParams(filter);
      if (pageParam !== "") query.set("cursor", pageParam);
      return (await ask("GET", `/api/audit?${query.toString()}`)) as Lines;
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
  const lines = data?.pages.flatMap((page) => page.lines) ?? [];
  const csv = new URLSearchParams(filter);
  csv.set("format", "csv");
  return (
    <Page
      title="Audit log"
      about="Who changed what, when and from where. Nobody can change it."
      actions={
        <Button component="a" variant="default" href={`/api/audit?${csv.toString()}`} download>
          Download as CSV
        </Button>
      }
    >
      <SettingsTabs />
      <div className={classes["filters"]}>
        <TextInput
          label="About"
          placeholder="A name, or what was done"
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          maxLength={100}
        />
        <TextInput
          type="month"
          label="Month"
          max={thisMonth()}
          value={month === "" ? thisMonth() : month}
          onChange={({ currentTarget }) => setMonth(currentTarget.value)}
        />
      </div>
      {error ? (
        <Failed what="The log cannot be shown" error={error} again={() => void refetch()} />
      ) : !data ? (
        <Loading what="the log" rows={6} />
      ) : lines.length === 0 ? (
        <Empty title="Nothing was changed">
          {about === "" ? "In this month nobody has changed anything." : "No line of this month has these words."}
        </Empty>
      ) : (
        <ol className={classes["rows"]} aria-label="Changes">
          {lines.map((line) => (
            <Row key={line.id} line={line} />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older ones
        </Button>
      )}
    </Page>
  );
}

function Row({ line: { at, by, from, what, of, did } }: { readonly line: Line }) {
  const details = Object.entries(did ?? {}).map(([name, value]) => `${name}: ${said(value, what)}`);
  return (
    <li>
      <div>
        <Text>
          <b>{by.name}</b> {inWords(what)}
        </Text>
        {(details.length > 0 || of !== undefined) && (
          <Text c="dimmed" fz="sm" className={classes["wrap"] ?? ""}>
            {details.length > 0 ? details.join(" · ") : of}
          </Text>
        )}
      </div>
      <Text c="dimmed" fz="sm">
        {when(at)}
        {from === "" ? "" : `, ${from}`}
      </Text>
    </li>
  );
}

/** `setCallbackSwitch` as words: set callback switch. */
function inWords(operation: string): string {
  return operation.replaceAll(/([A-Z])/g, " $1").toLowerCase();
}

/** A value as the log keeps it; from what to what, where something was changed. */
function said(value: unknown, what: string): string {
  if (Array.isArray(value))
    return value.map((one) => said(one, what)).join(what.startsWith("change") && value.length === 2 ? " → " : ", ");
  return typeof value === "string" ? value : value === null ? "none" : JSON.stringify(value);
}
