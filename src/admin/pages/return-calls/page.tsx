import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "../../me.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { Filters } from "./filters.tsx";
import { Promising } from "./promising.tsx";
import classes from "./return-calls.module.css";
import { Row } from "./row.tsx";
import { returnCallsQuery, sheetOf, type Filter } from "./wire.ts";

const everything: Filter = { month: "", queue: "", kind: "", find: "", late: false };

/** What is owed to whom, by when; and what became of what was owed before. */
export function ReturnCallsPage() {
  const [filter, setFilter] = useState(everything);
  const [find] = useDebouncedValue(filter.find.trim(), 250);
  const asked = { ...filter, find };
  const { data: me } = useQuery(meQuery);
  return (
    <Page
      title="Return calls"
      about="What is owed to whom, by when, and what became of it."
      actions={
        <>
          <Button component="a" variant="default" href={sheetOf(asked)} download>
            Download as CSV
          </Button>
          {me?.may.includes("makeCallback") && <Promising />}
        </>
      }
    >
      <Filters filter={filter} change={(change) => setFilter({ ...filter, ...change })} />
      <List filter={asked} />
    </Page>
  );
}

function List({ filter }: { readonly filter: Filter }) {
  const { data: me } = useQuery(meQuery);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...returnCallsQuery(filter),
    // What the server tells of comes by itself; what is late by now only the clock tells.
    refetchInterval: 60_000,
  });
  if (error && !data)
    return <Failed what="The return calls cannot be shown" error={error} again={() => void refetch()} />;
  if (!data) return <Loading what="the return calls" rows={6} />;
  const calls = data.pages.flatMap(({ callbacks }) => callbacks);
  if (calls.length === 0)
    return me?.role === "rep" && me.rep === undefined ? <NobodysRep /> : <Nothing filter={filter} />;
  return (
    <>
      <ul className={classes["calls"]} aria-label="Return calls">
        {calls.map((call) => (
          <Row key={call.id} call={call} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}

function NobodysRep() {
  return (
    <Empty title="Your account is no rep’s yet">
      A rep sees the return calls of their own. Ask an admin to say, on the page Users, which rep you are.
    </Empty>
  );
}

function Nothing({ filter: { month, queue, kind, find, late } }: { readonly filter: Filter }) {
  if (queue !== "" || kind !== "" || find !== "" || late)
    return <Empty title="None like that">Take something back of what you look for.</Empty>;
  if (month !== "") return <Empty title="None was closed in that month" />;
  return (
    <Empty title="No return calls are owed">
      They come here when a caller keeps a place or chooses a time, and when a rep promises to call back.
    </Empty>
  );
}
