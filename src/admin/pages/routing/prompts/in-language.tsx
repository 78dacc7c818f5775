import { Button, SegmentedControl, Text, Textarea, Title } from "@mantine/core";
import { houseLanguage, houseMessage } from "../../../../routing/prompts/house.ts";
import { useDraft } from "../draft.ts";
import { asText, useField } from "../fields/field.ts";
import { asSentence } from "../fields/sentence.ts";
import { nameOf } from "../fields/words-field.tsx";
import { ownWords } from "./entries.ts";
import { exampleOf, type Chosen } from "./example.ts";
import classes from "./prompts.module.css";
import { RecordingField } from "./recording-field.tsx";
import { Speak } from "./speak.tsx";
import { useTextWarnings } from "./warnings.ts";

type Props = { readonly id: string; readonly language: string; readonly chosen: Chosen };

/** A prompt in one language: its words or its recording, what is wrong with them, and an example. */
export function InLanguage({ id, language, chosen }: Props) {
  const draft = useDraft();
  const { set, error: faults, place } = useField(["prompts", language, id], true);
  const { error: fileFault } = useField(["prompts", language, id, "file"]);
  // What is wrong with the recording stands with it.
  const error = faults === fileFault ? undefined : faults;
  const hints = useTextWarnings().within(["prompts", language, id]);
  const own = ownWords(draft.source, language, id);
  const usual = houseMessage(language, id);
  const locale = asText(draft.value(["business", "languages", language, "locale"])) || houseLanguage(language)?.locale;
  const isRecorded = own?.file !== undefined;
  const words = own?.words ?? "";
  const said = own?.words ?? usual;
  const name = nameOf(language);
  const type = (typed: string) => {
    if (isRecorded) return set({ file: own.file, words: typed });
    return set(typed === "" ? undefined : typed);
  };
  return (
    <section className={classes["language"]} aria-label={name} {...place}>
      <div className={classes["languageHead"]}>
        <Title order={3}>{name}</Title>
        <SegmentedControl
          size="xs"
          aria-label={`How it is said in ${name}`}
          data={[
            { value: "words", label: "Spoken" },
            { value: "file", label: "Recording" },
          ]}
          value={isRecorded ? "file" : "words"}
          onChange={(kind) => set(kind === "file" ? { file: "", words: said ?? "" } : words === "" ? undefined : words)}
        />
      </div>
      {isRecorded && (
        <RecordingField
          language={name}
          value={own.file ?? ""}
          error={own.file === "" ? "Choose one, or upload it." : fileFault}
          set={(file) => set({ file, words: words || said || "" })}
        />
      )}
      <Textarea
        label={isRecorded ? "What it says" : "Words"}
        aria-label={`Words in ${name}`}
        lang={language}
        autosize
        minRows={3}
        maxRows={14}
        error={error}
        value={words}
        placeholder={usual ?? "No words yet"}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {hints.map(({ sentence }) => (
        <Text key={sentence} className={classes["hint"] ?? ""}>
          {asSentence(sentence)}
        </Text>
      ))}
      {said === undefined ? (
        <Text c="dimmed">It has no words in {name} yet.</Text>
      ) : (
        <Sample {...{ id, language, said, chosen }} locale={locale ?? language} />
      )}
      {!own && usual !== undefined && (
        <Button
          variant="default"
          size="compact-sm"
          className={classes["reword"] ?? ""}
          aria-label={`Reword it in ${name}`}
          onClick={() => set(usual)}
        >
          Reword
        </Button>
      )}
      {own && usual !== undefined && (
        <div className={classes["usual"]}>
          <Text c="dimmed" fz="sm" lang={language}>
            Usually: {usual}
          </Text>
          <Button variant="default" size="compact-sm" onClick={() => set(undefined)}>
            Back to the usual words in {name}
          </Button>
        </div>
      )}
    </section>
  );
}

type SampleProps = Props & { readonly said: string; readonly locale: string };

function Sample({ id, language, said, locale, chosen }: SampleProps) {
  const draft = useDraft();
  const business = asText(draft.value(["business", "name"]));
  const example = exampleOf(said, { locale, business, chosen });
  if (!example) return <Text c="dimmed">There is no example while the words do not hold.</Text>;
  return (
    <div className={classes["sample"]}>
      <Speak text={example.text} locale={locale} label={`${id} in ${nameOf(language)}`} />
      <div>
        <Text lang={language}>{example.text}</Text>
        <Text c="dimmed" fz="xs">
          For example; about {Math.max(1, Math.round(example.seconds))} s to say
        </Text>
      </div>
    </div>
  );
}
