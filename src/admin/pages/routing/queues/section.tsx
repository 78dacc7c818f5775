import { useParams } from "@tanstack/react-router";
import { isFields, valueAt, withValue } from "../../../../routing/edits.ts";
import { AddItem } from "../add-item.tsx";
import { useDraft } from "../draft.ts";
import { asText } from "../fields/field.ts";
import { Items } from "../items.tsx";
import { NoSuchItem } from "../no-such-item.tsx";
import { skillsIn } from "./names.ts";
import { QueueForm } from "./form.tsx";

/** The queues, or the form of one. */
export function Section() {
  const draft = useDraft();
  const { id } = useParams({ strict: false });
  const ids = draft.names(["queues"]);
  if (id !== undefined) {
    if (!ids.includes(id)) return <NoSuchItem section="queues" of="Queues" id={id} />;
    return <QueueForm key={id} id={id} />;
  }
  return (
    <Items
      section="queues"
      title="Queues"
      items={ids.map((name) => ({
        id: name,
        name,
        about: aboutOf(draft.value(["queues", name])),
        path: ["queues", name],
      }))}
      empty={{ title: "No queue yet", about: "A queue is where callers wait, and who is rung for them." }}
      actions={<AddItem what="queue" section="queues" add={withQueue} />}
    />
  );
}

const kinds: Readonly<Record<string, string>> = { sales: "Sales", support: "Support" };

function aboutOf(queue: unknown): string {
  const kind = kinds[String(valueAt(queue, ["kind"]))] ?? "Of no kind yet";
  const hours = valueAt(queue, ["hours"]);
  return `${kind}, ${typeof hours === "string" ? `open by ${hours}` : "always open"}`;
}

/** A routing with one more queue: of support, which can lead nobody to a sales message, with music and people as the others have. */
function withQueue(source: unknown, id: string, words: string): unknown {
  const others = valueAt(source, ["queues"]);
  const other = isFields(others) ? Object.values(others)[0] : undefined;
  const language = asText(valueAt(source, ["business", "language"]) ?? "en");
  const queue = {
    kind: "support",
    name: `${id}-name`,
    music: valueAt(other, ["music"]) ?? [],
    ring: { pool: [{ after: 0, skills: skillsIn(source).slice(0, 1) }] },
  };
  return withValue(withValue(source, ["queues", id], queue), ["prompts", language, `${id}-name`], words);
}
