import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Empty } from "../../ui/states.tsx";
import { wayTo, type SectionName } from "./sections.ts";

/** Shown where the address names something that is not in the draft, or not any more. */
export function NoSuchItem({
  section,
  of,
  id,
}: {
  readonly section: SectionName;
  readonly of: string;
  readonly id: string;
}) {
  return (
    <Empty
      title={`There is no “${id}” in the draft`}
      action={
        <Button variant="default" renderRoot={(props) => <Link {...props} {...wayTo(section)} />}>
          Show all {of.toLowerCase()}
        </Button>
      }
    >
      It was renamed or removed. Undo brings it back if it was you.
    </Empty>
  );
}
