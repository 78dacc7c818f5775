import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { withValue } from "../../../../routing/edits.ts";
import { groupOf } from "../../../../routing/prompts/groups.ts";
import { houseMessage } from "../../../../routing/prompts/house.ts";
import { usesOf } from "../../../../routing/uses.ts";
import { useDraft } from "../draft.ts";
import { useMayEdit } from "../may-edit.ts";
import { asText } from "../fields/field.ts";
import formClasses from "../form.module.css";
import { ItemHead } from "../items.tsx";
import { NoSuchItem } from "../no-such-item.tsx";
import { Rename } from "../rename-remove.tsx";
import { wayTo } from "../sections.ts";
import { ownWords, promptEntries } from "./entries.ts";
import { variablesOf, type Chosen } from "./example.ts";
import { InLanguage } from "./in-language.tsx";
import classes from "./prompts.module.css";
import { Purpose } from "./purpose.tsx";
import { Variables } from "./variables.tsx";

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

/** Takes the words of a prompt out in every language, where nothing says it any more. */
function RemoveEverywhere({ id }: { readonly id: string }) {
  const draft = useDraft();
  const mayEdit = useMayEdit();
  const navigate = useNavigate();
  const isUsed = usesOf(draft.source, "prompts", id).length > 0;
  const remove = () => {
    const without = draft
      .names(["prompts"])
      .reduce((source, language) => withValue(source, ["prompts", language, id], undefined), draft.source);
    draft.become(without, ["prompts"]);
    void navigate(wayTo("prompts"));
  };
  if (!mayEdit) return null;
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
