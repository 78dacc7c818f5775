import { Badge, Text } from "@mantine/core";
import { useId, type ReactNode } from "react";
import { when } from "../../time.ts";
import classes from "./settings.module.css";

type SwitchCardProps = {
  readonly title: string;
  /** What it does, in one sentence. */
  readonly does: string;
  readonly on: boolean;
  /** How it stands, in a word or two. */
  readonly state: string;
  readonly switched: { readonly at?: string | undefined; readonly by?: string | undefined };
  /** What can be done, at the right. */
  readonly children?: ReactNode;
  /** What stands below. */
  readonly below?: ReactNode;
};

/** One emergency switch: what it does, how it stands, and since when by whom. */
export function SwitchCard({ title, does, on, state, switched, children, below }: SwitchCardProps) {
  const heading = useId();
  const { at, by } = switched;
  return (
    <section className={classes["card"]} data-on={on} aria-labelledby={heading}>
      <div className={classes["head"]}>
        <div>
          <div className={classes["title"]}>
            <h2 id={heading}>{title}</h2>
            <Badge variant={on ? "filled" : "default"} {...(on ? { color: "orange.9" } : {})} tt="none" radius="sm">
              {state}
            </Badge>
          </div>
          <Text c="dimmed" mt={4}>
            {does}
          </Text>
          {at !== undefined && (
            <Text c="dimmed" fz="sm" mt={4}>
              {on ? "Since" : "Back to usual since"} {when(at)}
              {by === undefined ? "" : `, by ${by}`}.
            </Text>
          )}
        </div>
        {children !== undefined && <div className={classes["actions"]}>{children}</div>}
      </div>
      {below}
    </section>
  );
}
