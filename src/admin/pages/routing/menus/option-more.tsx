import { useDraft } from "../draft.ts";
import { NameField } from "../fields/name-field.tsx";
import { NamesField } from "../fields/names-field.tsx";
import { PromptField } from "../fields/prompt-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { nameOf } from "../fields/words-field.tsx";
import { Beside, More, Part } from "../form.tsx";
import type { Path } from "../path.ts";

/** What an option has beside its key and where it leads: the words that choose it, and what it says of the caller. */
export function OptionMore({ path }: { readonly path: Path }) {
  const draft = useDraft();
  const languages = draft.names(["business", "languages"]);
  return (
    <More title="Spoken words, what it is about, language">
      <Part title="Words that choose it" about="A caller may say one of these instead of pressing the key.">
        <Beside>
          {languages.map((language) => (
            <NamesField key={language} path={[...path, "says", language]} label={nameOf(language)} names={[]} />
          ))}
        </Beside>
      </Part>
      <PromptField
        path={[...path, "about"]}
        label="What the call is about"
        about="The rep hears it before the caller is joined."
      />
      <Beside>
        <TextField path={[...path, "segment"]} label="Segment" />
        <NameField
          path={[...path, "language"]}
          label="Language from here on"
          about=""
          names={languages.map((language) => ({ value: language, label: nameOf(language) }))}
          placeholder="As before"
        />
      </Beside>
    </More>
  );
}
