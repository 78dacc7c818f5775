import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Empty } from "../../ui/states.tsx";
import { lineOf, type Stretch } from "./place.ts";
import { wayTo } from "./sections.ts";

/** Shown in place of a form where the text is no JSON: what nobody can read no form can show. */
export function Broken({ text, broken }: { readonly text: string; readonly broken: Stretch }) {
  return (
    <Empty
      title="The text is no JSON now"
      action={<Button renderRoot={(props) => <Link {...props} {...wayTo("text")} />}>Mend the text</Button>}
    >
      From line {lineOf(text, broken.from)} on it cannot be read. The forms are back as soon as it can; nothing is lost.
    </Empty>
  );
}
