import { useParams } from "@tanstack/react-router";
import { valueAt, withValue } from "../../../../routing/edits.ts";
import { AddItem } from "../add-item.tsx";
import { useDraft } from "../draft.ts";
import { asText } from "../fields/field.ts";
import { Items } from "../items.tsx";
import { NoSuchItem } from "../no-such-item.tsx";
import { MenuForm } from "./form.tsx";

/** The menus, or the form of one. */
export function Section() {
  const draft = useDraft();
  const { id } = useParams({ strict: false });
  const ids = draft.names(["menus"]);
  if (id !== undefined) {
    if (!ids.includes(id)) return <NoSuchItem section="menus" of="Menus" id={id} />;
    return <MenuForm key={id} id={id} />;
  }
  return (
    <Items
      section="menus"
      title="Menus"
      items={ids.map((name) => ({
        id: name,
        name,
        about: aboutOf(draft.value(["menus", name])),
        path: ["menus", name],
      }))}
      empty={{ title: "No menu yet", about: "A menu asks callers what they want, and leads each where it is done." }}
      actions={<AddItem what="menu" section="menus" add={withMenu} />}
    />
  );
}

function aboutOf(menu: unknown): string {
  const options = valueAt(menu, ["options"]);
  const keys = (Array.isArray(options) ? options : []).map((option) => asText(valueAt(option, ["key"]) ?? "?"));
  return keys.length === 0 ? "No options yet" : `${keys.length === 1 ? "Key" : "Keys"} ${keys.join(", ")}`;
}

/** A routing with one more menu, of one option that leads to reception, and the words that it asks by. */
function withMenu(source: unknown, id: string, words: string): unknown {
  const to = valueAt(source, ["business", "reception"]) ?? { to: "voicemail" };
  const language = asText(valueAt(source, ["business", "language"]) ?? "en");
  const menu = { prompt: `${id}-menu`, options: [{ key: "1", to }] };
  return withValue(withValue(source, ["menus", id], menu), ["prompts", language, `${id}-menu`], `${words}: press 1.`);
}
