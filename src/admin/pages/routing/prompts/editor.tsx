import { Button, Select, Text, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { withValue } from "../../../../routing/edits.ts";
import { groupOf, reachOf } from "../../../../routing/prompts/groups.ts";
import { houseMessage } from "../../../../routing/prompts/house.ts";
import type { Need } from "../../../../routing/prompts/message.ts";
import { usesOf } from "../../../../routing/uses.ts";
import { useDraft } from "../draft.ts";
import { asText } from "../fields/field.ts";
import { FieldGroup } from "../form.tsx";
import formClasses from "../form.module.css";
import { inWords } from "../in-words.ts";
import { ItemHead } from "../items.tsx";
import { NoSuchItem } from "../no-such-item.tsx";
import { writePath } from "../path.ts";
import { Rename } from "../rename-remove.tsx";
import { wayTo, wayToPath } from "../sections.ts";
import { ownWords, promptEntries } from "./entries.ts";
import { variablesOf, type Chosen } from "./example.ts";
import { InLanguage } from "./in-language.tsx";
import classes from "./prompts.module.css";
import { meaningOf } from "./variables.ts";

/** One prompt: what it is for, and its words in each language side by side, with an example of each. */
export function PromptEditor({ id }: { readonly id: string }) {
  const draft = useDraft();
  const languages = draft.names(["business", "languages"]);
  const all = useMemo(() => promptEntries(draft.source, languages), [draft.source, languages]);
  const [chosen, choose] = useState<Chosen>({});
  const place = all.findIndex((entry) => entry.id === id);
  if (place === -1) return <NoSuchItem section="prompts" of="Prompts" id={id} />;
  const messages = languages.flatMap((language) => [
    ownWords(draft.source, language, id)?.words ?? houseMessage(language, id),
  ]);
  const variables = variablesOf([...messages, houseMessage("en", id)]);
  return (
    <div className={formClasses["form"]}>
      <ItemHead
        section="prompts"
        of="Prompts"
        title={id}
        actions={
          <>
            <Step to={all[place - 1]?.id} words="Before" />
            <Step to={all[place + 1]?.id} words="Next" />
            {!groupOf(id) && <Rename what="prompt" section="prompts" kind="prompts" id={id} />}
            {!groupOf(id) && <RemoveEverywhere id={id} />}
          </>
        }
      />
      <Purpose id={id} />
      <div className={classes["languages"]}>
        {languages.map((language) => (
          <InLanguage key={language} id={id} language={language} chosen={chosen} />
        ))}
      </div>
      {variables.length > 0 && <Variables variables={variables} chosen={chosen} choose={choose} />}
    </div>
  );
}

function Step({ to, words }: { readonly to: string | undefined; readonly words: string }) {
  if (to === undefined) return null;
  return (
    <Button
      variant="default"
      size="compact-md"
      title={to}
      renderRoot={(props) => <Link {...props} {...wayTo("prompts", to)} />}
    >
      {words}
    </Button>
  );
}

const reaches = {
  ear: "It is spoken.",
  text: "It is sent as a text message.",
  mail: "It is sent as mail.",
  page: "It is read on a page.",
} as const;

/** What a prompt is for: when one of Holdfast's own comes, and where the routing names it. */
function Purpose({ id }: { readonly id: string }) {
  const { source } = useDraft();
  const group = groupOf(id);
  const uses = usesOf(source, "prompts", id);
  const reach = reachOf(id);
  return (
    <div className={classes["purpose"]}>
      {group && (
        <Text>
          {group.title}. {reach === group.reaches ? group.about : ""}{" "}
          {reach && reach !== group.reaches && reaches[reach]}
        </Text>
      )}
      {uses.length > 0 ? (
        <Text c="dimmed">
          Said in:{" "}
          {uses.map((use, place) => (
            <span key={writePath(use)}>
              {place > 0 && "; "}
              <Link {...wayToPath(use)}>{inWords(source, use)}</Link>
            </span>
          ))}
        </Text>
      ) : (
        !group && <Text c="dimmed">Nothing says it yet: name it in a menu, a queue or an announcement.</Text>
      )}
    </div>
  );
}

type VariablesProps = {
  readonly variables: readonly Need[];
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
};

/** What a message is given when it is said, and what stands for it in the examples. */
function Variables({ variables, chosen, choose }: VariablesProps) {
  return (
    <FieldGroup title="What it is given" about="Written in braces. What you choose here goes into the examples alone.">
      <ul className={classes["variables"]}>
        {variables.map(({ name, options }) => {
          const set = (value: string) => choose({ ...chosen, [name]: value });
          const shared = { label: `{${name}}`, description: meaningOf(name) };
          return (
            <li key={name}>
              {options ? (
                <Select
                  {...shared}
                  data={[...options]}
                  value={chosen[name] ?? options[0] ?? null}
                  allowDeselect={false}
                  comboboxProps={{ transitionProps: { duration: 0 } }}
                  onChange={(value) => set(value ?? "")}
                />
              ) : (
                <TextInput
                  {...shared}
                  placeholder="A sample"
                  value={chosen[name] ?? ""}
                  onChange={(event) => set(event.currentTarget.value)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </FieldGroup>
  );
}

/** Takes the words of a prompt out in every language, where nothing says it any more. */
function RemoveEverywhere({ id }: { readonly id: string }) {
  const draft = useDraft();
  const navigate = useNavigate();
  const isUsed = usesOf(draft.source, "prompts", id).length > 0;
  const remove = () => {
    const without = draft
      .names(["prompts"])
      .reduce((source, language) => withValue(source, ["prompts", language, id], undefined), draft.source);
    draft.become(without, ["prompts"]);
    void navigate(wayTo("prompts"));
  };
  return (
    <Button
      variant="default"
      size="compact-md"
      disabled={isUsed}
      title={isUsed ? `It is still said: ${asText(id)} is named below` : undefined}
      onClick={remove}
    >
      Remove
    </Button>
  );
}
