import { useDraft } from "../draft.ts";
import { NameField } from "../fields/name-field.tsx";
import { NumberField, SecondsField } from "../fields/number-field.tsx";
import { PromptField } from "../fields/prompt-field.tsx";
import { ShareField } from "../fields/share-field.tsx";
import { Beside, FieldGroup } from "../form.tsx";
import classes from "../form.module.css";
import { ItemHead } from "../items.tsx";
import { Remove, Rename } from "../rename-remove.tsx";
import { UsedIn } from "../used-in.tsx";
import { KindField } from "./kind-field.tsx";
import { Overflow } from "./overflow.tsx";
import { ReturnCalls } from "./return-calls.tsx";
import { Ringing } from "./ringing.tsx";
import { Waiting } from "./waiting.tsx";

/** The form of one queue: what callers hear in it, who is rung, and what can be done instead of waiting. */
export function QueueForm({ id }: { readonly id: string }) {
  const draft = useDraft();
  const path = ["queues", id];
  const shared = { what: "queue", section: "queues", kind: "queues", id } as const;
  return (
    <div className={classes["form"]}>
      <ItemHead
        section="queues"
        of="Queues"
        title={id}
        actions={
          <>
            <Rename {...shared} />
            <Remove {...shared} path={path} />
          </>
        }
      />
      <FieldGroup title="Queue" path={path}>
        <KindField path={path} />
        <PromptField path={[...path, "name"]} label="Name, as it is spoken" about="“You are in line for …”" />
        <Beside>
          <NameField
            path={[...path, "hours"]}
            label="Open by"
            names={draft.names(["hours"])}
            placeholder="Always open"
          />
          <NumberField path={[...path, "weight"]} label="Weight" />
        </Beside>
      </FieldGroup>
      <Waiting path={path} />
      <Ringing path={path} />
      <ReturnCalls path={[...path, "callbacks"]} />
      <Overflow path={path} />
      <FieldGroup title="Goal" about="What the reports measure this queue by." path={[...path, "target"]}>
        <Beside>
          <ShareField path={[...path, "target", "share"]} label="Share of callers" />
          <SecondsField path={[...path, "target", "within"]} label="Answered within" />
        </Beside>
      </FieldGroup>
      <UsedIn kind="queues" id={id} />
    </div>
  );
}
