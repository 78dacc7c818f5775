import { Badge, Button, Text } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Only } from "../../ui/only.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { BringBack } from "./bring-back.tsx";
import { ChangesOf } from "./changes-of.tsx";
import { useMayEdit } from "./may-edit.ts";
import classes from "./history.module.css";
import { CallOff, ChangeTime } from "./scheduled.tsx";
import { RoutingTabs } from "./tabs.tsx";
import { broughtBy } from "./brought-by.ts";
import { when } from "../../time.ts";
import { readEditions, type Edition } from "./wire.ts";

const historyKey = ["routing", "history"] as const;
const states: Readonly<Record<Edition["state"], string>> = {
  scheduled: "Scheduled",
  "in-force": "In force",
  over: "Before",
  "called-off": "Called off",
  failed: "Never in force",
};

/** All that is, was or is to be in force, the newest first, and the way back to each. */
export function HistoryPage() {
  const queries = useQueryClient();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: historyKey,
    queryFn: ({ pageParam }) => readEditions(pageParam),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
  const editions = data?.pages.flatMap((page) => page.editions) ?? [];
  const following = data?.pages.at(-1)?.next;
  const mayEdit = useMayEdit();
  const changed = () => void queries.invalidateQueries({ queryKey: historyKey });
  return (
    <Page title="History" about="Who put what in force, and when. Every routing of before can be brought back.">
      <RoutingTabs at="history" />
      {!mayEdit && <Only who="an admin" />}
      {error ? (
        <Failed what="The history cannot be shown" error={error} again={() => void refetch()} />
      ) : data ? (
        <ol className={classes["editions"]}>
          {editions.map((edition, place) => (
            <li key={edition.id}>
              <Row edition={edition} before={beforeOf(editions, place)?.id ?? following} changed={changed} />
            </li>
          ))}
        </ol>
      ) : (
        <Loading what="the history" rows={6} />
      )}
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older ones
        </Button>
      )}
    </Page>
  );
}

/** What was in force before it: what never was is passed over. */
function beforeOf(editions: readonly Edition[], place: number): Edition | undefined {
  return editions.slice(place + 1).find(({ state }) => state === "over" || state === "in-force");
}

type RowProps = {
  readonly edition: Edition;
  /** The edition that it changed something in. */
  readonly before: string | undefined;
  readonly changed: () => void;
};

function Row({ edition, before, changed }: RowProps) {
  const { state, from, note, why = [] } = edition;
  const [opened, setOpened] = useState(false);
  const mayEdit = useMayEdit();
  return (
    <article className={classes["row"]} aria-label={`${states[state]}, ${when(from)}`}>
      <div className={classes["head"]}>
        <div>
          <Badge variant={state === "in-force" ? "filled" : "default"} tt="none" radius="sm">
            {states[state]}
          </Badge>
          <Text component="span" ml="xs">
            {when(from)}, {broughtBy(edition)}
          </Text>
          {note !== undefined && <Text mt={4}>{note}</Text>}
          {why.map((one) => (
            <Text key={one} c="var(--mantine-color-error)">
              {one}
            </Text>
          ))}
        </div>
        <div className={classes["actions"]}>
          {before !== undefined && (
            <Button variant="subtle" size="compact-sm" aria-expanded={opened} onClick={() => setOpened(!opened)}>
              Changes
            </Button>
          )}
          {mayEdit && state === "over" && <BringBack edition={edition} done={changed} />}
          {mayEdit && state === "scheduled" && <ChangeTime edition={edition} done={changed} />}
          {mayEdit && state === "scheduled" && <CallOff edition={edition} done={changed} />}
        </div>
      </div>
      {opened && before !== undefined && <ChangesOf id={edition.id} within={before} />}
    </article>
  );
}
