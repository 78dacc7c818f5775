import { Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import classes from "./page.module.css";

type PageProps = {
  readonly title: string;
  /** One sentence on what this page is for. */
  readonly about?: ReactNode;
  /** What can be done here, at the right of the title. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** A page: its title, what can be done here, and what it holds. */
export function Page({ title, about, actions, wide = false, children }: PageProps) {
  useDocumentTitle(`${title} · Holdfast`);
  return (
    <div className={classes["page"]} data-wide={wide || undefined}>
      <header className={classes["head"]}>
        <div>
          <Title order={1}>{title}</Title>
          {about !== undefined && (
            <Text c="dimmed" mt={4} maw={640}>
              {about}
            </Text>
          )}
        </div>
        {actions !== undefined && <div className={classes["actions"]}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
