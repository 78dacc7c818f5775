import { Textarea } from "@mantine/core";
import { houseMessage } from "../../../../routing/prompts/house.ts";
import { useDraft } from "../draft.ts";
import { asText, useField } from "./field.ts";
import classes from "./fields.module.css";

/** What a prompt says, in every language of the business, one below the other. Where nothing is written Holdfast's own words hold, if there are any. */
export function WordsField({ prompt }: { readonly prompt: string }) {
  const draft = useDraft();
  return (
    <div className={classes["words"]}>
      {draft.names(["business", "languages"]).map((language) => (
        <InOneLanguage key={language} prompt={prompt} language={language} />
      ))}
    </div>
  );
}

function InOneLanguage({ prompt, language }: { readonly prompt: string; readonly language: string }) {
  const path = ["prompts", language, prompt];
  const { value, set, error, place } = useField(path, true);
  const isRecorded = typeof value === "object" && value !== null && "words" in value;
  return (
    <div {...place}>
      <Textarea
        label={nameOf(language)}
        labelProps={{ lang: "en" }}
        description={isRecorded ? "It is a recording: what it says is written here." : undefined}
        error={error}
        lang={language}
        autosize
        minRows={1}
        maxRows={8}
        value={asText(isRecorded ? value.words : value)}
        placeholder={houseMessage(language, prompt) ?? "No words yet"}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          if (isRecorded) return set({ ...value, words: typed });
          return set(typed === "" ? undefined : typed);
        }}
      />
    </div>
  );
}

/** What a language is called on the pages, by its code. */
export function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  } catch {
    // No code of any language.
    return language;
  }
}
