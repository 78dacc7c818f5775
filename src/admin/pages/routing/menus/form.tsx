import { useDraft } from "../draft.ts";
import { DestinationField } from "../fields/destination-field.tsx";
import { ListField } from "../fields/list-field.tsx";
import { NameField } from "../fields/name-field.tsx";
import { NumberField, SecondsField } from "../fields/number-field.tsx";
import { PromptField } from "../fields/prompt-field.tsx";
import { Beside, FieldGroup } from "../form.tsx";
import classes from "../form.module.css";
import { ItemHead } from "../items.tsx";
import { Remove, Rename } from "../rename-remove.tsx";
import { UsedIn } from "../used-in.tsx";
import { valueAt } from "../../../../routing/edits.ts";
import { OptionMore } from "./option-more.tsx";

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** The form of one menu: what it asks, what each key or word leads to, and what comes of silence. */
export function MenuForm({ id }: { readonly id: string }) {
  const draft = useDraft();
  const path = ["menus", id];
  const shared = { what: "menu", section: "menus", kind: "menus", id } as const;
  const options = draft.value([...path, "options"]);
  const taken = (Array.isArray(options) ? options : []).map((option) => valueAt(option, ["key"]));
  const free = digits.find((digit) => !taken.includes(digit));
  return (
    <div className={classes["form"]}>
      <ItemHead
        section="menus"
        of="Menus"
        title={id}
        actions={
          <>
            <Rename {...shared} />
            <Remove {...shared} path={path} />
          </>
        }
      />
      <FieldGroup title="What it asks" path={path}>
        <PromptField path={[...path, "prompt"]} label="Prompt" about="It names the keys, so change both together." />
      </FieldGroup>
      <FieldGroup title="Options" about="0, * and # mean the same everywhere: a person, the choices again, more time.">
        <ListField
          path={[...path, "options"]}
          label="What each key leads to"
          item="option"
          isCard
          create={() => ({ key: free ?? "1", to: draft.value(["business", "reception"]) ?? { to: "voicemail" } })}
          full={free === undefined ? "All nine keys are taken" : undefined}
        >
          {(at) => (
            <>
              <div className={classes["key"]}>
                <NameField path={[...at, "key"]} label="Key" names={digits} />
                <DestinationField path={[...at, "to"]} label="Leads to" />
              </div>
              <OptionMore path={at} />
            </>
          )}
        </ListField>
      </FieldGroup>
      <FieldGroup title="Silence and wrong keys">
        <Beside>
          <NumberField path={[...path, "tries"]} label="Tries" unit="tries" />
          <SecondsField path={[...path, "answerWithin"]} label="Wait for an answer" />
        </Beside>
        <DestinationField
          path={[...path, "fallback"]}
          label="After the last try"
          about=""
          otherwise="Reception, as for key 0"
        />
      </FieldGroup>
      <UsedIn kind="menus" id={id} />
    </div>
  );
}
