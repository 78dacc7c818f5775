import { Button, Title } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Icon } from "../../ui/icon.tsx";
import { Empty } from "../../ui/states.tsx";
import { useDraft } from "./draft.ts";
import classes from "./form.module.css";
import type { Path } from "./path.ts";
import { wayTo, type SectionName } from "./sections.ts";

/** One of several things of a section, as a list shows it. */
export type Item = {
  readonly id: string;
  readonly name: string;
  /** What it is, in a few words. */
  readonly about?: string;
  readonly path: Path;
};

type Props = {
  readonly section: SectionName;
  readonly title: string;
  readonly items: readonly Item[];
  /** What to do where there are none. */
  readonly empty: { readonly title: string; readonly about: string };
  /** What can be done here, such as to add one. */
  readonly actions?: ReactNode;
};

/** All things of a section, each leading to its form, with how many faults it has. */
export function Items({ section, title, items, empty, actions }: Props) {
  const draft = useDraft();
  return (
    <div className={classes["form"]}>
      <div className={classes["head"]}>
        <Title order={2}>{title}</Title>
        {items.length > 0 && actions}
      </div>
      {items.length === 0 ? (
        <Empty title={empty.title} action={actions}>
          {empty.about}
        </Empty>
      ) : (
        <ul className={classes["items"]}>
          {items.map(({ id, name, about, path }) => {
            const faults = draft.faultsWithin(path).length;
            return (
              <li key={id}>
                <Link {...wayTo(section, id)}>
                  <b>{name}</b>
                  {about !== undefined && <span>{about}</span>}
                  {faults > 0 && <em>{faults === 1 ? "1 fault" : `${faults} faults`}</em>}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

type AddProps = {
  readonly section: SectionName;
  readonly label: string;
  /** Puts a new one in the draft, and says its id. */
  readonly add: () => string;
};

/** Adds one to a section, and opens its form. */
export function AddItem({ section, label, add }: AddProps) {
  const navigate = useNavigate();
  return (
    <Button
      variant="default"
      leftSection={<Icon name="add" size={14} />}
      onClick={() => void navigate(wayTo(section, add()))}
    >
      {label}
    </Button>
  );
}

type HeadProps = {
  readonly section: SectionName;
  /** The name of the section, which leads back to its list. */
  readonly of: string;
  readonly title: string;
  readonly actions?: ReactNode;
};

/** What stands above the form of one thing of a section: the way back, its name, and what can be done with it. */
export function ItemHead({ section, of, title, actions }: HeadProps) {
  return (
    <div className={classes["head"]}>
      <div>
        <nav aria-label="Where you are">
          <Link {...wayTo(section)}>{of}</Link> /
        </nav>
        <Title order={2}>{title}</Title>
      </div>
      <div className={classes["acts"]}>{actions}</div>
    </div>
  );
}

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
