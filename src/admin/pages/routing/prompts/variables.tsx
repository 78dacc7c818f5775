import { Select, TextInput } from "@mantine/core";
import type { Need } from "../../../../routing/prompts/message.ts";
import { FieldGroup } from "../form.tsx";
import type { Chosen } from "./example.ts";
import { meaningOf } from "./meanings.ts";
import classes from "./prompts.module.css";

type VariablesProps = {
  readonly variables: readonly Need[];
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
};

/** What a message is given when it is said, and what stands for it in the examples. */
export function Variables({ variables, chosen, choose }: VariablesProps) {
  return (
    <FieldGroup title="What it is given" about="Written in braces. What you choose here goes into the examples alone.">
      <ul className={classes["variables"]}>
        {variables.map(({ name, options }) => {
          const set = (value: string) => choose({ ...chosen, [name]: value });
          const shared = { label: `{${name}}`, description: meaningOf(name) };
          return (
            <li key={name}>
              {options ? (
                <Select
                  {...shared}
                  data={[...options]}
                  value={chosen[name] ?? options[0] ?? null}
                  allowDeselect={false}
                  comboboxProps={{ transitionProps: { duration: 0 } }}
                  onChange={(value) => set(value ?? "")}
                />
              ) : (
                <TextInput
                  {...shared}
                  placeholder="A sample"
                  value={chosen[name] ?? ""}
                  onChange={(event) => set(event.currentTarget.value)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </FieldGroup>
  );
}
