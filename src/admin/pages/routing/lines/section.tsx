import { Button } from "@mantine/core";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Icon } from "../../../ui/icon.tsx";
import { useDraft } from "../draft.ts";
import { useMayEdit } from "../may-edit.ts";
import { DestinationField } from "../fields/destination-field.tsx";
import { asText } from "../fields/field.ts";
import { TextField } from "../fields/text-field.tsx";
import { FieldGroup } from "../form.tsx";
import classes from "../form.module.css";
import { valueAt } from "../../../../routing/edits.ts";
import { ItemHead, Items } from "../items.tsx";
import { NoSuchItem } from "../no-such-item.tsx";
import { Remove } from "../rename-remove.tsx";
import { wayTo } from "../sections.ts";

/** The numbers that people dial, or the form of one. A line is known by its place in the list. */
export function Section() {
  const draft = useDraft();
  const mayEdit = useMayEdit();
  const navigate = useNavigate();
  const { id } = useParams({ strict: false });
  const value = draft.value(["lines"]);
  const lines: readonly unknown[] = Array.isArray(value) ? value : [];
  if (id !== undefined) {
    if (!Object.hasOwn(lines, id)) return <NoSuchItem section="lines" of="Lines" id={id} />;
    return <LineForm key={id} at={Number(id)} />;
  }
  const add = () => {
    draft.change(["lines", lines.length], {
      number: "+1",
      name: "New line",
      opensWith: opening(draft.names(["menus"])),
    });
    void navigate(wayTo("lines", String(lines.length)));
  };
  return (
    <Items
      section="lines"
      title="Lines"
      items={lines.map((line, at) => ({
        id: String(at),
        name: asText(valueAt(line, ["name"])) || `Line ${at + 1}`,
        about: asText(valueAt(line, ["number"])),
        path: ["lines", at],
      }))}
      empty={{ title: "No line yet", about: "A line is a phone number that people dial, and what answers there." }}
      actions={
        mayEdit && (
          <Button variant="default" leftSection={<Icon name="add" size={14} />} onClick={add}>
            Add a line
          </Button>
        )
      }
    />
  );
}

const opening = ([menu]: readonly string[]) => (menu === undefined ? { to: "queue" } : { to: "menu", menu });

function LineForm({ at }: { readonly at: number }) {
  const draft = useDraft();
  const path = ["lines", at];
  const name = asText(draft.value([...path, "name"])) || `Line ${at + 1}`;
  return (
    <div className={classes["form"]}>
      <ItemHead
        section="lines"
        of="Lines"
        title={name}
        actions={<Remove what="line" section="lines" id={name} path={path} />}
      />
      <FieldGroup title="Line" path={path}>
        <TextField path={[...path, "name"]} label="Name" about="For reps and reports; callers never hear it." />
        <TextField
          path={[...path, "number"]}
          label="Number"
          about="One of the account’s, with a plus and the country code, digits only."
          type="tel"
        />
        <DestinationField path={[...path, "opensWith"]} label="A call begins with" />
      </FieldGroup>
    </div>
  );
}
