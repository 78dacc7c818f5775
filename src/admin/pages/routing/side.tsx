import { Text } from "@mantine/core";
import { useMemo } from "react";
import { withValue } from "../../../routing/edits.ts";
import { ToldChanges } from "./changes/changes.tsx";
import { tell } from "./changes/tell.ts";
import type { Desk, DeskState } from "./draft-desk.ts";
import { Faults, faultsIn, Hints } from "./faults.tsx";
import classes from "./frame.module.css";
import type { Path } from "./path.ts";
import { Scheduled } from "./scheduled.tsx";
import { wayToPath } from "./sections.ts";
import { broughtBy } from "./brought-by.ts";
import { when } from "../../time.ts";

type SideProps = { readonly desk: Desk; readonly state: DeskState; readonly isText: boolean };

/** What stands beside the draft in every section: what is in force, what is wrong with the draft, and what it changes. */
export function Side({ desk, state, isText }: SideProps) {
  const done = () => void desk.look();
  const { inForce, draft } = state.there;
  const way = (path: Path) => wayToPath(path, isText);
  const drafted = draft?.draft.source;
  const told = useMemo(() => (draft ? tell(inForce.source, drafted) : []), [inForce.source, drafted]);
  // What both have changed is mine in the draft: before is the same with theirs in that place.
  const clashes = state.conflicts.flatMap(({ path, theirs }) => tell(withValue(drafted, path, theirs), drafted));
  return (
    <aside className={classes["side"]}>
      <section aria-labelledby="in-force">
        <h2 id="in-force">In force</h2>
        <Text>
          Since {when(inForce.from)}, {broughtBy(inForce)}
        </Text>
        {inForce.note !== undefined && <Text c="dimmed">{inForce.note}</Text>}
      </section>
      <Scheduled inForce={inForce} done={done} />
      <Faults faults={faultsIn(state)} way={way} isText={isText} />
      <Hints hints={draft?.draft.warnings ?? []} way={way} />
      {state.conflicts.length > 0 && (
        <section aria-labelledby="conflicts">
          <h2 id="conflicts">Changed by both</h2>
          <Text c="dimmed">Yours stands. What is struck out is theirs.</Text>
          <ToldChanges told={clashes} way={way} />
        </section>
      )}
      <section aria-labelledby="changes">
        <h2 id="changes">What it changes</h2>
        {told.length > 0 ? (
          <ToldChanges told={told} way={way} />
        ) : (
          <Text c="dimmed">Nothing: it says what is in force.</Text>
        )}
      </section>
    </aside>
  );
}
