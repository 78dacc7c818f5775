import { useParams } from "@tanstack/react-router";
import { useDraft } from "../draft.ts";
import { NoSuchItem } from "../no-such-item.tsx";
import { RepForm } from "./form.tsx";
import { RepList } from "./list.tsx";

/** The people who answer, or the form of one. */
export function Section() {
  const draft = useDraft();
  const { id } = useParams({ strict: false });
  if (id === undefined) return <RepList />;
  if (!draft.names(["reps"]).includes(id)) return <NoSuchItem section="reps" of="Reps" id={id} />;
  return <RepForm key={id} id={id} />;
}
