import { Anchor, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { readable } from "../../../phone/book.ts";
import { ApiProblem } from "../../api.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { when } from "../../time.ts";
import { Acts } from "./acts.tsx";
import { useRepNames } from "./names.ts";
import classes from "./return-calls.module.css";
import { Late } from "./row.tsx";
import { returnCallQuery, type Read, type ReturnCall } from "./wire.ts";
import { because, byWords, endedWords, kinds, stateWords, timeWords, tryWords } from "./words.ts";

/** All that is known of one return call, and what can be done about it. */
export function ReturnCallPage() {
  const { id } = useParams({ from: "/inside/return-calls/$id" });
  const { data, error, refetch } = useQuery({ ...returnCallQuery(id), refetchInterval: 60_000 });
  const back = (
    <Anchor component={Link} to="/return-calls">
      All return calls
    </Anchor>
  );
  if (data)
    return (
      <Page title={readable(data.call.number)} about={back} actions={<Acts read={data} />}>
        <Known {...data} />
      </Page>
    );
  return (
    <Page title="A return call" about={back}>
      {error instanceof ApiProblem && error.status === 404 ? (
        <Empty title="There is no such return call">
          It was closed more than two months ago, or never was. Closed ones are listed by their month.
        </Empty>
      ) : error ? (
        <Failed what="The return call cannot be shown" error={error} again={() => void refetch()} />
      ) : (
        <Loading what="the return call" rows={6} />
      )}
    </Page>
  );
}

function Known({ call }: Read) {
  const names = useRepNames();
  const { kind, queue, line, code, rep, owed, made, confirm, hindrance, note, news, state } = call;
  return (
    <>
      <section className={classes["card"]} aria-labelledby="now">
        <h2 id="now">
          {state.at === "closed" ? endedWords(call.promises.at(-1)?.ended, names) : stateWords(call, names)}{" "}
          <Late call={call} />
        </h2>
        <dl className={classes["facts"]}>
          <Fact of="Said">{timeWords(owed)}</Fact>
          <Fact of="Kind">{kinds[kind]}</Fact>
          <Fact of="Queue">{queue}</Fact>
          {rep !== undefined && <Fact of="Rep">{names[rep] ?? rep}</Fact>}
          <Fact of="Code">{`${code.slice(0, 3)} ${code.slice(3)}`}</Fact>
          <Fact of="Rung from">{readable(line)}</Fact>
          <Fact of="Made">
            {when(made.at)} by {byWords(made.by, names)}
          </Fact>
          {note && <Fact of="What for">{note.text ?? "Spoken by the rep, and heard before the call"}</Fact>}
          {news && <Fact of="News">{`${news.text} (${when(news.at)})`}</Fact>}
          {confirm && (
            <Fact of="Before a rep">Whoever answers presses 1 first: the number is not the one that asked.</Fact>
          )}
          {hindrance !== undefined && state.at !== "closed" && <Fact of="In the way">{because(hindrance)}</Fact>}
        </dl>
      </section>
      <Past call={call} />
    </>
  );
}

function Fact({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{of}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What was said, and what was tried, the latest first. */
function Past({ call: { promises, tries } }: { readonly call: ReturnCall }) {
  const names = useRepNames();
  return (
    <div className={classes["past"]}>
      <section className={classes["card"]} aria-labelledby="promises">
        <h2 id="promises">What was said</h2>
        <ol>
          {promises.toReversed().map((said) => (
            <li key={said.givenAt}>
              <b>{timeWords(said)}</b>
              <span>
                {said.chained ? "Named by Holdfast" : "Said"} {when(said.givenAt)}
              </span>
              <span>{endedWords(said.ended, names)}</span>
            </li>
          ))}
        </ol>
      </section>
      <section className={classes["card"]} aria-labelledby="tries">
        <h2 id="tries">Tries</h2>
        {tries.length === 0 ? (
          <Text c="dimmed">The customer has not been rung yet.</Text>
        ) : (
          <ol>
            {tries.toReversed().map((one) => (
              <li key={one.at}>
                <b>{tryWords(one)}</b>
                <span>{when(one.at)}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}
