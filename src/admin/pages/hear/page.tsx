import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, ask } from "../../api.ts";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { RoutingTabs } from "../routing/tabs.tsx";
import { Listen } from "./listen.tsx";
import classes from "./page.module.css";
import { QuestionForm } from "./question-form.tsx";
import { hear, readWaits, type Of, type Question, type Waits } from "./wire.ts";

/** Milliseconds without a change after which the wait is heard anew. */
const settle = 250;

/** What a caller hears in a wait, before one does. */
export function HearPage() {
  const [of, setOf] = useState<Of>();
  const waits = useQuery({ queryKey: ["waits", of], queryFn: () => readWaits(of), placeholderData: keepPreviousData });
  const [hadDraft, setHadDraft] = useState(false);
  const isBroken = waits.error instanceof ApiProblem && waits.error.status === 422;
  const isDraft = waits.data?.of === "draft" || isBroken;
  if (isDraft && !hadDraft) setHadDraft(true);
  return (
    <Page title="Hear a wait" wide about="What callers hear while they wait, by the very rules that they wait by.">
      <RoutingTabs at="hear" />
      {waits.data && !waits.error ? (
        <Imagine waits={waits.data} hasDraft={hadDraft} setOf={setOf} />
      ) : waits.error ? (
        <>
          <Failed
            what={isBroken ? "The draft cannot be heard" : "The waits cannot be shown"}
            error={waits.error}
            again={() => void waits.refetch()}
          />
          {isBroken && of !== "in-force" && (
            <Button mt="md" onClick={() => setOf("in-force")}>
              Hear what is in force
            </Button>
          )}
        </>
      ) : (
        <Loading what="the waits" rows={8} />
      )}
    </Page>
  );
}

type ImagineProps = { readonly waits: Waits; readonly hasDraft: boolean; readonly setOf: (of: Of) => void };

function Imagine({ waits, hasDraft, setOf }: ImagineProps) {
  const [asked, setAsked] = useState<Question>(() => ({
    queue: askedFor(waits),
    way: "",
    language: "",
    day: "",
    time: "",
    ahead: 5,
    reps: 2,
    handleMinutes: 4,
    keys: [],
  }));
  // The other routing may not have the queue or the way.
  const question = fitting(asked, waits);
  const [settled] = useDebouncedValue(question, settle);
  const change = (some: Partial<Question>) => setAsked({ ...question, ...some });
  const wait = useQuery({
    queryKey: ["wait", waits.of, settled],
    queryFn: () => hear(waits.of, settled),
    placeholderData: keepPreviousData,
  });
  const titles = useQuery({ queryKey: ["track-titles"], queryFn: readTitles, staleTime: 60_000 });
  return (
    <div className={classes["sides"]}>
      <aside className={classes["side"]}>
        <QuestionForm waits={waits} hasDraft={hasDraft} setOf={setOf} question={question} change={change} />
      </aside>
      <div className={classes["main"]}>
        {wait.error ? (
          <Failed what="This wait cannot be heard" error={wait.error} again={() => void wait.refetch()} />
        ) : wait.data ? (
          <Listen
            wait={wait.data}
            titles={titles.data ?? noTitles}
            keys={question.keys}
            setKeys={(keys) => change({ keys })}
          />
        ) : (
          <Loading what="the wait" rows={8} />
        )}
      </div>
    </div>
  );
}

const noTitles: ReadonlyMap<string, string> = new Map();

async function readTitles(): Promise<ReadonlyMap<string, string>> {
  const { tracks } = (await ask("GET", "/api/audio/tracks")) as { tracks: readonly { id: string; title: string }[] };
  return new Map(tracks.map(({ id, title }) => [id, title]));
}

/** The queue that a link names behind `#`, else the first. */
function askedFor({ queues }: Waits): string {
  const named = window.location.hash.slice(1);
  return (queues.find(({ id }) => id === named) ?? queues[0])?.id ?? "";
}

function fitting(question: Question, { queues, ways, languages }: Waits): Question {
  const queue = queues.some(({ id }) => id === question.queue) ? question.queue : (queues[0]?.id ?? "");
  const isWay = ways.some((one) => one.queue === queue && `${one.line} ${one.keys.join(",")}`.trim() === question.way);
  const language = languages.includes(question.language) ? question.language : "";
  const way = isWay ? question.way : "";
  return queue === question.queue && language === question.language && way === question.way
    ? question
    : { ...question, queue, language, way };
}
