import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { houseLanguage } from "../../../../routing/prompts/house.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useDraft } from "../draft.ts";
import { TextField } from "../fields/text-field.tsx";
import { nameOf } from "../fields/words-field.tsx";
import { Beside, FieldGroup, Part } from "../form.tsx";
import classes from "./business.module.css";

/** The languages of the business, each with the voice that speaks it. */
export function Languages() {
  const draft = useDraft();
  const at = ["business", "languages"];
  const languages = draft.names(at);
  return (
    <FieldGroup title="Languages" path={at} about="Every prompt is said in each of them.">
      {languages.map((language) => (
        <Part key={language} title={nameOf(language)}>
          <Beside>
            <TextField path={[...at, language, "locale"]} label="Locale" about="Such as en-US" />
            <TextField path={[...at, language, "voice"]} label="Voice" about="One that Twilio’s Say knows" />
          </Beside>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            mt={6}
            onClick={() => draft.change([...at, language], undefined)}
          >
            Remove {nameOf(language)}
          </Button>
        </Part>
      ))}
      <AddLanguage taken={languages} add={(code) => draft.change([...at, code], voiceOf(code))} />
    </FieldGroup>
  );
}

function voiceOf(code: string) {
  const known = houseLanguage(code);
  return { locale: known?.locale ?? "", voice: known?.voice ?? "" };
}

type AddProps = { readonly taken: readonly string[]; readonly add: (code: string) => void };

function AddLanguage({ taken, add }: AddProps) {
  const [code, setCode] = useState("");
  const named = code.trim().toLowerCase();
  const can = /^[a-z]{2,3}$/.test(named) && !taken.includes(named);
  return (
    <form
      className={classes["add"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (!can) return;
        add(named);
        setCode("");
      }}
    >
      <TextInput
        label="Another language"
        description={can ? nameOf(named) : "Its code, such as fr"}
        error={taken.includes(named) ? "It is there already." : undefined}
        value={code}
        maxLength={3}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" leftSection={<Icon name="add" size={14} />} disabled={!can}>
        Add it
      </Button>
    </form>
  );
}
