import { useParams } from "@tanstack/react-router";
import { weekInWords } from "../../../../routing/said-hours.ts";
import { withValue } from "../../../../routing/edits.ts";
import { AddItem } from "../add-item.tsx";
import { Items } from "../items.tsx";
import { useDraft } from "../draft.ts";
import { HoursForm } from "./form.tsx";
import { readHours } from "./read.ts";

/** The sets of hours, or one of them to be painted. */
export function Section() {
  const { id } = useParams({ strict: false });
  return id === undefined ? <AllHours /> : <HoursForm key={id} id={id} />;
}

function AllHours() {
  const draft = useDraft();
  const ids = draft.names(["hours"]);
  return (
    <Items
      section="hours"
      title="Hours"
      items={ids.map((id) => {
        const hours = readHours(draft.value(["hours", id]));
        return { id, name: id, path: ["hours", id], ...(hours ? { about: weekInWords(hours.weekly) } : {}) };
      })}
      empty={{
        title: "There are no opening hours yet",
        about:
          "Queues without hours are always open, as long as somebody is signed in. Add hours, and name them in a queue.",
      }}
      actions={<AddItem what="set of hours" section="hours" add={withHours} />}
    />
  );
}

/** A routing with one more set of hours: nine to five on the days that most work. */
function withHours(source: unknown, id: string): unknown {
  const nine = [["09:00", "17:00"]];
  return withValue(source, ["hours", id], { weekly: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine } });
}
