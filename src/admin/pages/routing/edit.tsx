import { Text } from "@mantine/core";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { Actions } from "./actions.tsx";
import { Changes } from "./changes.tsx";
import { openDraftDesk } from "./draft-desk.ts";
import classes from "./edit.module.css";
import { TextEditor } from "./editor.tsx";
import { Faults, faultsIn } from "./faults.tsx";
import { placeOf, type Path, type Stretch } from "./place.ts";
import { Behind, Clash, Standing } from "./standing.tsx";
import { readUnsaved } from "./unsaved.ts";
import { broughtBy, when } from "./when.ts";
import type { There } from "./wire.ts";

type EditProps = { readonly first: There };

/** Milliseconds after which it is looked whether somebody else has changed it. */
const lookEvery = 10_000;

/** The draft as text, with all that is wrong with it and all that it changes beside it. */
export function Edit({ first }: EditProps) {
  const [desk] = useState(() => openDraftDesk(first, readUnsaved()));
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  const [goneTo, setGoneTo] = useState<Stretch>();
  useEffect(() => {
    const look = () => void desk.look();
    const timer = window.setInterval(look, lookEvery);
    window.addEventListener("focus", look);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("focus", look);
      void desk.save();
    };
  }, [desk]);

  const kept = state.there.draft;
  const { text } = state;
  const faults = useMemo(() => faultsIn(state), [state]);
  const goTo = (path: Path) => setGoneTo(placeOf(text, path));
  return (
    <>
      <Clash state={state} desk={desk} />
      <Behind state={state} desk={desk} />
      <div className={classes["sides"]}>
        <div className={classes["main"]}>
          <div className={classes["bar"]}>
            <Standing state={state} />
            <Actions state={state} desk={desk} />
          </div>
          <TextEditor text={text} type={desk.type} save={() => void desk.save()} marks={faults} goTo={goneTo} />
        </div>
        <aside className={classes["side"]}>
          <section aria-labelledby="in-force">
            <h2 id="in-force">In force</h2>
            <Text>
              Since {when(state.there.inForce.from)}, {broughtBy(state.there.inForce)}
            </Text>
            {state.there.inForce.note !== undefined && <Text c="dimmed">{state.there.inForce.note}</Text>}
          </section>
          <Faults faults={faults} goTo={setGoneTo} />
          {state.conflicts.length > 0 && (
            <section aria-labelledby="conflicts">
              <h2 id="conflicts">Changed by both</h2>
              <Text c="dimmed">Yours stands. Before is theirs, after is yours.</Text>
              <Changes
                changes={state.conflicts.map(({ path, theirs, mine }) => ({
                  path: [...path],
                  before: theirs,
                  after: mine,
                }))}
                goTo={goTo}
              />
            </section>
          )}
          <section aria-labelledby="changes">
            <h2 id="changes">What it changes</h2>
            {kept && kept.draft.changes.length > 0 ? (
              <Changes changes={kept.draft.changes} goTo={goTo} />
            ) : (
              <Text c="dimmed">Nothing: it says what is in force.</Text>
            )}
          </section>
        </aside>
      </div>
    </>
  );
}
