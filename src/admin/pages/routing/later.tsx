import { Button } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { Empty } from "../../ui/states.tsx";
import { sectionIn, sections, wayTo } from "./sections.ts";

/** Stands for a section that has no form yet: the text has it. */
export function Section() {
  const { pathname } = useLocation();
  const { name } = sectionIn(pathname);
  const label = sections.find((section) => section.name === name)?.label ?? name;
  return (
    <Empty
      title={`${label} stand in the text`}
      action={
        <Button renderRoot={(props) => <Link {...props} {...wayTo("text", undefined, name)} />}>Open the text</Button>
      }
    >
      There is no form for them yet.
    </Empty>
  );
}
