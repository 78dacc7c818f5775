import { Button, Group, Text, Textarea } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { ask } from "../../api.ts";
import { emergencyQuery, type Emergency } from "../../emergency.ts";
import { Asked } from "../../ui/asked.tsx";
import { number } from "./counted.ts";
import classes from "./settings.module.css";
import { SwitchCard } from "./switch-card.tsx";

type Words = Readonly<Record<string, string>>;
type StormProps = { readonly emergency: Emergency; readonly hindrance: string | undefined };

/** As many letters as the API takes: some twenty seconds of speech. */
const mostLetters = 300;
const languageNames = new Intl.DisplayNames(["en"], { type: "language" });

/** The storm message: written in each language, said to everybody who calls, and taken away again. What is typed stays in this browser. */
export function Storm({ emergency, hindrance }: StormProps) {
  const { storm, languages, concerns } = emergency;
  const queries = useQueryClient();
  const said: Words = storm.words ?? {};
  const [typed, setTyped] = useLocalStorage<Words>({
    key: "holdfast-storm",
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const words = { ...said, ...typed };
  const [own = "en", ...others] = languages;
  const filled = Object.fromEntries(
    languages.flatMap((one) => ((words[one] ?? "").trim() === "" ? [] : [[one, (words[one] ?? "").trim()]])),
  );
  const isNew = languages.some((one) => filled[one] !== said[one]);
  const say = (next: Words | null) => async () => {
    await ask("PUT", "/api/routing/storm", { words: next });
    setTyped(next ? {} : said);
    await queries.invalidateQueries({ queryKey: emergencyQuery.queryKey });
  };
  const why =
    hindrance ??
    (filled[own] === undefined
      ? `Write it in ${languageNames.of(own) ?? own} first.`
      : isNew
        ? undefined
        : "Callers hear this already.");
  return (
    <SwitchCard
      title="Storm message"
      does="Everybody who calls hears this sentence first, before the menu, while something is wrong."
      on={storm.words !== null}
      state={storm.words ? "Being said" : "Not said"}
      switched={storm}
      below={
        <div className={classes["body"]}>
          {languages.map((one) => (
            <Textarea
              key={one}
              mb="sm"
              label={`In ${languageNames.of(one) ?? one}`}
              description={
                one === own && others.length > 0
                  ? "Also said to callers whose language is left empty below."
                  : one === own
                    ? undefined
                    : "May stay empty."
              }
              placeholder={
                one === own ? "We have a power cut and cannot look anything up. We expect to be back by noon." : ""
              }
              value={words[one] ?? ""}
              onChange={({ currentTarget: { value } }) => setTyped({ ...typed, [one]: value })}
              maxLength={mostLetters}
              disabled={hindrance !== undefined}
              autosize
              minRows={2}
            />
          ))}
          <Group justify="space-between" gap="xs">
            <Text c="dimmed" fz="sm">
              At most {mostLetters} letters. Short is kind: everybody has to hear it out.
            </Text>
            {isNew && Object.keys(typed).length > 0 && hindrance === undefined && (
              <Button variant="subtle" size="compact-sm" onClick={() => setTyped({})}>
                Undo what I typed
              </Button>
            )}
          </Group>
        </div>
      }
    >
      {storm.words && (
        <Asked
          label="Stop saying it"
          title="Stop the storm message?"
          confirm="Stop saying it"
          perform={say(null)}
          hindrance={hindrance}
        >
          Whoever calls from now on hears the usual greeting. The words stay here for next time.
        </Asked>
      )}
      <Asked
        label={storm.words ? "Change it" : "Say it to callers"}
        title="Say this to everybody who calls?"
        confirm="Say it now"
        perform={say(filled)}
        hindrance={why}
        variant="filled"
      >
        <Text>
          Everybody who calls from now on hears it first. {number(concerns.onTheLine, "caller is", "callers are")} on
          the line now and past the greeting, so they do not.
        </Text>
        {Object.entries(filled).map(([language, text]) => (
          <blockquote key={language} className={classes["said"]} lang={language}>
            <p>{text}</p>
          </blockquote>
        ))}
      </Asked>
    </SwitchCard>
  );
}
