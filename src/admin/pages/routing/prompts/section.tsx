import { useParams } from "@tanstack/react-router";
import { PromptList } from "./list.tsx";
import { PromptEditor } from "./editor.tsx";

/** All that is said, or one prompt with its languages side by side. */
export function Section() {
  const { id } = useParams({ strict: false });
  return id === undefined ? <PromptList /> : <PromptEditor key={id} id={id} />;
}
