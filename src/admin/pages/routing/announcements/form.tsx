import { Checkbox, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useDraft } from "../draft.ts";
import { NamesField, textsOf } from "../fields/names-field.tsx";
import { PromptField } from "../fields/prompt-field.tsx";
import { asText } from "../fields/field.ts";
import { asSentence } from "../fields/sentence.ts";
import { Beside, FieldGroup } from "../form.tsx";
import formClasses from "../form.module.css";
import { ItemHead } from "../items.tsx";
import { writePath } from "../path.ts";
import { useTextWarnings } from "../prompts/warnings.ts";
import { Remove, Rename } from "../rename-remove.tsx";
import { wayTo } from "../sections.ts";
import classes from "./announcements.module.css";
import { DateField } from "./date-field.tsx";
import { menuSegments, salesQueues, whenHeard } from "./when-heard.ts";

type Props = {
  readonly id: string;
  /** Today there, YYYY-MM-DD. */
  readonly today: string;
};

/** One announcement: its words, its days, whom it is for, and where it is played. */
export function AnnouncementForm({ id, today }: Props) {
  const draft = useDraft();
  const path = ["announcements", id];
  const heard = whenHeard(draft.source, id, today);
  const prompt = asText(draft.value([...path, "prompt"]));
  const hints = useTextWarnings()
    .within(["prompts"])
    .filter((warning) => draft.names(["prompts"]).some((language) => isOf(warning.path, language, prompt)));
  return (
    <div className={formClasses["form"]}>
      <ItemHead
        section="announcements"
        of="Announcements"
        title={id}
        actions={
          <>
            <Rename what="announcement" section="announcements" kind="announcements" id={id} />
            <Remove what="announcement" section="announcements" kind="announcements" id={id} path={path} />
          </>
        }
      />
      <p className={classes["heard"]} data-is={heard.isHeard ? "heard" : "never"} role="status">
        {heard.words}
      </p>
      <FieldGroup title="What is said" path={path}>
        <PromptField path={[...path, "prompt"]} label="Words" about="Spoken, or a recording, in each language." />
        {hints.map(({ path: where, sentence }) => (
          <Text key={`${where} ${sentence}`} className={classes["hint"] ?? ""}>
            {asSentence(sentence)}
          </Text>
        ))}
        {prompt !== "" && (
          <Text c="dimmed" className={classes["way"] ?? ""}>
            <Link {...wayTo("prompts", prompt)}>All languages side by side</Link>, to be heard, or as a recording.
          </Text>
        )}
        <PromptField
          path={[...path, "details"]}
          label="Details"
          about="The text message that key 5 sends to whoever wants to know more."
        />
      </FieldGroup>
      <FieldGroup title="When">
        <Beside>
          <DateField path={[...path, "from"]} label="First day" otherwise="At once" />
          <DateField path={[...path, "until"]} label="Last day" otherwise="Until it is taken out" />
        </Beside>
      </FieldGroup>
      <FieldGroup title="Who hears it">
        <NamesField
          path={[...path, "segments"]}
          label="Segments"
          about="What callers chose in a menu. Where none is named, everybody hears it."
          names={menuSegments(draft.source)}
          placeholder="Everybody"
        />
        <Queues id={id} />
      </FieldGroup>
    </div>
  );
}

function isOf(path: string, language: string, prompt: string): boolean {
  const whole = writePath(["prompts", language, prompt]);
  return path === whole || path === `${whole}.words`;
}

/** The sales queues, each with whether it plays the announcement. Support queues are not among them: they never do. */
function Queues({ id }: { readonly id: string }) {
  const draft = useDraft();
  const queues = salesQueues(draft.source);
  return (
    <fieldset className={classes["queues"]}>
      <legend>Sales queues that play it</legend>
      {queues.length === 0 && <Text c="dimmed">There is no sales queue. Support queues play no announcements.</Text>}
      {queues.map((queue) => {
        const path = ["queues", queue, "announcements"];
        const played = textsOf(draft.value(path));
        return (
          <Checkbox
            key={queue}
            label={queue}
            checked={played.includes(id)}
            onChange={(event) =>
              draft.change(path, event.currentTarget.checked ? [...played, id] : played.filter((one) => one !== id))
            }
          />
        );
      })}
      {queues.length > 0 && <Text c="dimmed">Support queues never play announcements.</Text>}
    </fieldset>
  );
}
