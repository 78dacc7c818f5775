import { Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
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
