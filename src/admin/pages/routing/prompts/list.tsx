import { Badge, SegmentedControl, Text, TextInput, Title } from "@mantine/core";
import { useSessionStorage } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useMemo } from "react";
import { valueAt, withValue } from "../../../../routing/edits.ts";
import { AddItem } from "../add-item.tsx";
import { useDraft } from "../draft.ts";
import { nameOf } from "../fields/words-field.tsx";
import formClasses from "../form.module.css";
import { wayTo } from "../sections.ts";
import { foundIn, promptEntries, type PromptEntry, type Shown } from "./entries.ts";
import classes from "./prompts.module.css";
import { useTextWarnings } from "./warnings.ts";

const choices: readonly { readonly value: Shown; readonly label: string }[] = [
  { value: "all", label: "All" },
  { value: "own", label: "This routing’s" },
  { value: "reworded", label: "Reworded" },
  { value: "lacking", label: "Missing words" },
];

/** Everything that is said, in every language of the business, to be searched. */
export function PromptList() {
  const draft = useDraft();
  const languages = draft.names(["business", "languages"]);
  const [search, setSearch] = useSessionStorage({ key: "prompts sought", defaultValue: "" });
  const [shown, setShown] = useSessionStorage<Shown>({ key: "prompts shown", defaultValue: "all" });
  const all = useMemo(() => promptEntries(draft.source, languages), [draft.source, languages]);
  const sought = useDeferredValue(search);
  const found = useMemo(() => foundIn(all, sought, shown), [all, sought, shown]);
  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    <div className={formClasses["form"]}>
      <div className={formClasses["head"]}>
        <Title order={2}>Prompts</Title>
        <AddItem what="prompt" section="prompts" add={withPrompt} />
      </div>
      <div className={classes["tools"]}>
        <TextInput
          type="search"
          aria-label="Search the prompts"
          placeholder="Search names and words"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <SegmentedControl aria-label="Which prompts" data={[...choices]} value={shown} onChange={setShown} />
      </div>
      <Text c="dimmed" fz="sm" role="status">
        {found.length === all.length ? `${all.length} prompts` : `${found.length} of ${all.length} prompts`}
      </Text>
      {groups.map((group) => (
        <section key={group ?? "own"} aria-label={group ?? "This routing’s own"} className={classes["group"]}>
          <Title order={3}>{group ?? "This routing’s own"}</Title>
          <ul className={classes["prompts"]}>
            {found
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <Row key={entry.id} entry={entry} languages={languages} />
              ))}
          </ul>
        </section>
      ))}
      {found.length === 0 && <Text c="dimmed">No prompt is like that. Search for other words, or show all.</Text>}
    </div>
  );
}

function Row({ entry, languages }: { readonly entry: PromptEntry; readonly languages: readonly string[] }) {
  const draft = useDraft();
  const { within } = useTextWarnings();
  const { id, words, isReworded, lacks } = entry;
  const faults = languages.flatMap((language) => draft.faultsWithin(["prompts", language, id])).length;
  const warnings = languages.flatMap((language) => within(["prompts", language, id])).length;
  return (
    <li>
      <Link {...wayTo("prompts", id)}>
        <span className={classes["id"]}>
          <b>{id}</b>
          {isReworded && <Tag words="reworded" />}
          {lacks.map((language) => (
            <Tag key={language} words={`no ${nameOf(language)}`} isBad />
          ))}
          {faults > 0 && <Tag words={faults === 1 ? "1 fault" : `${faults} faults`} isBad />}
          {warnings > 0 && <Tag words={warnings === 1 ? "1 hint" : `${warnings} hints`} />}
        </span>
        <span className={classes["said"]}>
          {words.map((said, place) => (
            <span key={languages[place]} lang={languages[place]} className={classes["words"]}>
              {said ?? "—"}
            </span>
          ))}
        </span>
      </Link>
    </li>
  );
}

function Tag({ words, isBad = false }: { readonly words: string; readonly isBad?: boolean }) {
  return (
    <Badge
      variant="default"
      size="sm"
      tt="none"
      radius="sm"
      fw={500}
      c={isBad ? "var(--mantine-color-error)" : "dimmed"}
    >
      {words}
    </Badge>
  );
}

/** A routing with one more prompt, which says its own name in the business's language until other words are written; one that is there stays as it is. */
function withPrompt(source: unknown, id: string, words: string): unknown {
  const language = valueAt(source, ["business", "language"]);
  const path = ["prompts", typeof language === "string" ? language : "en", id];
  return valueAt(source, path) === undefined ? withValue(source, path, words) : source;
}
