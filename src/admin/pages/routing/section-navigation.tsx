import { NativeSelect } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useDraft, type Draft } from "./draft.ts";
import classes from "./frame.module.css";
import { sections, wayTo, type SectionName } from "./sections.ts";

/** The sections of the routing's page, with how many faults stand in each: a list at the left, a select where it is narrow. */
export function SectionNavigation({ section }: { readonly section: SectionName }) {
  const draft = useDraft();
  const navigate = useNavigate();
  return (
    <>
      <NativeSelect
        className={classes["pick"] ?? ""}
        aria-label="Section"
        value={section}
        data={sections.map(({ name, label, at }) => ({ value: name, label: label + inWords(faultsOf(draft, at)) }))}
        onChange={(event) => void navigate(wayTo(event.currentTarget.value as SectionName))}
      />
      <nav className={classes["sections"]} aria-label="Sections">
        {sections.map(({ name, label, at }) => {
          const faults = faultsOf(draft, at);
          return (
            <Link key={name} {...wayTo(name)} aria-current={name === section ? "page" : undefined}>
              {label}
              {faults > 0 && (
                <span className={classes["count"]}>
                  {faults}
                  <span className={classes["hidden"]}>{faults === 1 ? " fault" : " faults"}</span>
                </span>
              )}
            </Link>
          );
        })}
      </nav>
    </>
  );
}

const faultsOf = (draft: Draft, at: readonly string[]) => (at.length === 0 ? 0 : draft.faultsWithin(at).length);
const inWords = (faults: number) => (faults === 0 ? "" : faults === 1 ? " (1 fault)" : ` (${faults} faults)`);
