import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { isFields, valueAt } from "../../../../routing/edits.ts";
import { useDraft } from "../draft.ts";
import { asText } from "../fields/field.ts";
import { SwitchField } from "../fields/choice-field.tsx";
import { NameField } from "../fields/name-field.tsx";
import { NamesField, textsOf } from "../fields/names-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { Beside, FieldGroup } from "../form.tsx";
import classes from "../form.module.css";
import { ItemHead } from "../items.tsx";
import { skillsIn } from "../queues/names.ts";
import { Remove } from "../rename-remove.tsx";
import { wayTo } from "../sections.ts";
import { AddressField } from "./address-field.tsx";
import repClasses from "./reps.module.css";

/** One rep: where the telephone is, what for it rings, and in which languages. */
export function RepForm({ id }: { readonly id: string }) {
  const draft = useDraft();
  const path = ["reps", id];
  const languages = draft.names(["business", "languages"]);
  return (
    <div className={classes["form"]}>
      <ItemHead
        section="reps"
        of="Reps"
        title={asText(draft.value([...path, "name"])) || id}
        actions={<Remove what="rep" section="reps" id={id} path={path} />}
      />
      <FieldGroup title="Who and where" path={path}>
        <Beside>
          <TextField path={[...path, "name"]} label="Name" about="Callers hear it when the rep is joined." />
          <AddressField path={[...path, "address"]} />
        </Beside>
        <TextField
          path={[...path, "email"]}
          label="Mail"
          about="For reminders of promised return calls, where mail is set up."
          type="email"
        />
      </FieldGroup>
      <FieldGroup title="What for">
        <Beside>
          <NamesField
            path={[...path, "skills"]}
            label="Skills"
            about="Queues ring by skill."
            names={skillsIn(draft.source)}
            placeholder="Such as sales"
          />
          <NamesField path={[...path, "languages"]} label="Languages" about="Those the rep speaks." names={languages} />
        </Beside>
        <RungFor id={id} />
        <NameField
          path={[...path, "hours"]}
          label="Works"
          names={draft.names(["hours"])}
          placeholder="Whenever a queue is open"
        />
        <SwitchField path={[...path, "lead"]} label="Lead" about="Others escalate calls to a lead." />
      </FieldGroup>
    </div>
  );
}

/** The queues that ring this rep, at once or after some time. */
function RungFor({ id }: { readonly id: string }) {
  const { source } = useDraft();
  const skills = textsOf(valueAt(source, ["reps", id, "skills"]));
  const queues = valueAt(source, ["queues"]);
  const ringing = Object.entries(isFields(queues) ? queues : {}).filter(([, queue]) => {
    const pool = valueAt(queue, ["ring", "pool"]);
    const wanted = (Array.isArray(pool) ? pool : []).flatMap((entry) => textsOf(valueAt(entry, ["skills"])));
    return wanted.some((skill) => skills.includes(skill));
  });
  if (ringing.length === 0) return <Text c="dimmed">No queue rings this rep: none asks for these skills.</Text>;
  return (
    <Text c="dimmed" className={repClasses["rung"] ?? ""}>
      Rung for{" "}
      {ringing.map(([queue], place) => (
        <span key={queue}>
          {place > 0 && ", "}
          <Link {...wayTo("queues", queue)}>{queue}</Link>
        </span>
      ))}
    </Text>
  );
}
