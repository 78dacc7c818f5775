import { Button, Group, Text } from "@mantine/core";
import type { Desk, DeskState } from "./draft-desk.ts";
import { lineOf, readJson } from "./place.ts";
import classes from "./standing.module.css";
import { when } from "../../time.ts";

/** Whether what is typed is kept, in a few words that are read out when they change. */
export function Standing({ state, mayEdit }: { readonly state: DeskState; readonly mayEdit: boolean }) {
  return (
    <span className={classes["standing"]} data-is={state.condition} role="status">
      {mayEdit ? words(state) : toRead(state)}
    </span>
  );
}

/** The same for somebody who only reads. */
function toRead({ there: { draft }, trouble }: DeskState): string {
  if (trouble !== undefined) return trouble;
  return draft ? `Draft by ${draft.draft.by.name}, ${when(draft.draft.at)}` : "This is what is in force.";
}

function words({ condition, there, broken, text, trouble }: DeskState): string {
  if (condition === "kept" && trouble !== undefined) return trouble;
  switch (condition) {
    case "kept":
      return there.draft
        ? `Saved. Draft by ${there.draft.draft.by.name}, ${when(there.draft.draft.at)}`
        : "This is what is in force. Change it, and it becomes a draft.";
    case "typing":
    case "saving":
      return "Saving…";
    case "broken":
      return `Not saved: line ${lineOf(text, broken?.from ?? 0)} is no JSON. It is kept in this browser until it is.`;
    case "clash":
      return "Not saved: somebody else has changed it.";
    case "failed":
      return `Not saved yet; it is kept in this browser, and saving is tried again. ${trouble ?? ""}`;
    default:
      return condition satisfies never;
  }
}

/** Shown where somebody else has changed what is being typed into: who, and what can be done. Nothing is lost by either. */
export function Clash({ state, desk }: { readonly state: DeskState; readonly desk: Desk }) {
  const { theirs, text } = state;
  if (state.condition !== "clash" || !theirs) return null;
  const isBroken = "broken" in readJson(text);
  return (
    <section className={classes["notice"]} role="alert" aria-label="Somebody else has changed it">
      <h2>{changedBy(state)}</h2>
      <Text>
        What you typed is not saved yet; it stays in this browser. Bring both together: where both have changed the
        same, yours stands and is named. Or read theirs; Undo brings yours back.
      </Text>
      <Group gap="xs" mt="sm">
        <Button onClick={desk.bringTogether} disabled={isBroken}>
          Bring both together
        </Button>
        <Button variant="default" onClick={desk.takeTheirs}>
          Read theirs
        </Button>
        {isBroken && <Text c="dimmed">Yours is no JSON now, so it cannot be brought together with another.</Text>}
      </Group>
    </section>
  );
}

/** Shown where another routing came into force since the draft was begun. */
export function Behind({ state, desk }: { readonly state: DeskState; readonly desk: Desk }) {
  const { inForce, draft } = state.there;
  if (!draft?.draft.behind || state.condition === "clash") return null;
  return (
    <section className={classes["notice"]} role="alert" aria-label="The draft is behind">
      <h2>
        {inForce.by.name} put another routing in force, {when(inForce.from)}
      </h2>
      <Text>
        The draft was begun before. Let it catch up before it is published: where both changed the same, the draft
        stands and it is named.
      </Text>
      <Button mt="sm" onClick={() => void desk.catchUp()} disabled={state.condition !== "kept"}>
        Catch up
      </Button>
    </section>
  );
}

function changedBy({ theirs, there }: DeskState): string {
  if (theirs?.draft) return `${theirs.draft.draft.by.name} changed the draft, ${when(theirs.draft.draft.at)}`;
  const other = theirs && theirs.inForce.id !== there.inForce.id;
  return other
    ? `${theirs.inForce.by.name} put another routing in force, ${when(theirs.inForce.from)}`
    : "The draft was thrown away";
}
