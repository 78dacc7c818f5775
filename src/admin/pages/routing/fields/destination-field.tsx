import { Select } from "@mantine/core";
import { useDraft } from "../draft.ts";
import { isFields } from "../../../../routing/edits.ts";
import { useField, type FieldProps } from "./field.ts";
import classes from "./fields.module.css";
import { NameField } from "./name-field.tsx";
import { PromptField } from "./prompt-field.tsx";
import { TextField } from "./text-field.tsx";

type Props = FieldProps & {
  /** What holds where nothing is chosen; undefined: something has to be. */
  readonly otherwise?: string;
};

const kinds: Readonly<Record<string, string>> = {
  queue: "A queue",
  menu: "A menu",
  message: "A message",
  voicemail: "Voicemail",
  number: "Another phone number",
  text: "A text message",
  callback: "A return call",
};

/** Where a call goes: what kind of place, and which. */
export function DestinationField({ path, label, about, otherwise }: Props) {
  const { value, set, error, rule, meaning, place } = useField(path);
  const to = isFields(value) && typeof value["to"] === "string" ? value["to"] : "";
  const choices = [...new Set([...(rule?.choices ?? []), ...(to === "" ? [] : [to])])];
  return (
    <div className={classes["destination"]} {...place}>
      <Select
        label={label}
        description={about ?? meaning}
        error={error}
        value={to === "" ? null : to}
        placeholder={otherwise ?? "Choose where"}
        data={choices.map((choice) => ({ value: choice, label: kinds[choice] ?? choice }))}
        clearable={otherwise !== undefined}
        clearButtonProps={{ "aria-label": `Clear ${label}` }}
        allowDeselect={false}
        openOnFocus={false}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        onChange={(kind) => set(kind === null ? undefined : { to: kind })}
      />
      <Which to={to} path={path} />
    </div>
  );
}

function Which({ to, path }: { readonly to: string; readonly path: FieldProps["path"] }) {
  const draft = useDraft();
  switch (to) {
    case "queue":
    case "callback":
      return <NameField path={[...path, "queue"]} label="Which queue" names={draft.names(["queues"])} />;
    case "menu":
      return <NameField path={[...path, "menu"]} label="Which menu" names={draft.names(["menus"])} />;
    case "message":
      return (
        <>
          <PromptField path={[...path, "prompt"]} label="What is said" />
          <NameField
            path={[...path, "next"]}
            label="Then the menu"
            about=""
            names={draft.names(["menus"])}
            placeholder="None: it ends there"
          />
        </>
      );
    case "voicemail":
      return <PromptField path={[...path, "prompt"]} label="What is said first" />;
    case "number":
      return <TextField path={[...path, "number"]} label="Which number" placeholder="+12125550123" type="tel" />;
    case "text":
      return (
        <>
          <PromptField path={[...path, "prompt"]} label="What is said" />
          <PromptField path={[...path, "body"]} label="What the text message says" />
        </>
      );
    default:
      return null;
  }
}
