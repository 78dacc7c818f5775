import { useDraft } from "../draft.ts";
import { valueAt } from "../../../../routing/edits.ts";
import classes from "./fields.module.css";
import type { FieldProps } from "./field.ts";
import { NameField } from "./name-field.tsx";
import { WordsField } from "./words-field.tsx";

/** A prompt by its name, and what it says. What is written there is heard wherever the prompt is said. */
export function PromptField({ path, label, about }: FieldProps) {
  const draft = useDraft();
  const prompt = draft.value(path);
  return (
    <div className={classes["prompt"]}>
      <NameField path={path} label={label} about={about} names={promptsIn(draft.source)} />
      {typeof prompt === "string" && prompt !== "" && (
        <details>
          <summary>What it says</summary>
          <WordsField prompt={prompt} />
        </details>
      )}
    </div>
  );
}

/** The names of the prompts that a source has words for, in any language. */
export function promptsIn(source: unknown): readonly string[] {
  const prompts = valueAt(source, ["prompts"]);
  const languages = typeof prompts === "object" && prompts !== null ? Object.values(prompts) : [];
  return [...new Set(languages.flatMap((words) => Object.keys((words as object | null) ?? {})))].toSorted();
}
