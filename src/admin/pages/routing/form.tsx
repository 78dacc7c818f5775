import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./form.module.css";
import { writePath, type Path } from "./path.ts";

type GroupProps = {
  readonly title: string;
  readonly about?: string;
  /** Where in the routing its fields stand, so that what has no field of its own leads here. */
  readonly path?: Path;
  readonly children: ReactNode;
};

/** Some fields of a form that belong together. */
export function FieldGroup({ title, about, path, children }: GroupProps) {
  return (
    <section className={classes["group"]} aria-label={title} {...(path && { "data-path": writePath(path) })}>
      <Title order={3}>{title}</Title>
      {about !== undefined && (
        <Text c="dimmed" fz="sm">
          {about}
        </Text>
      )}
      <div className={classes["fields"]}>{children}</div>
    </section>
  );
}

/** Fields side by side where there is room. */
export function Beside({ children }: { readonly children: ReactNode }) {
  return <div className={classes["beside"]}>{children}</div>;
}

/** Fields that few need, folded away. */
export function More({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className={classes["more"]}>
      <summary>{title}</summary>
      <div className={classes["fields"]}>{children}</div>
    </details>
  );
}

type PartProps = { readonly title: string; readonly about?: string; readonly children: ReactNode };

/** Some fields of a group that say one thing together. */
export function Part({ title, about, children }: PartProps) {
  return (
    <fieldset className={classes["part"]}>
      <legend>{title}</legend>
      {about !== undefined && (
        <Text c="dimmed" fz="xs" mb={6}>
          {about}
        </Text>
      )}
      {children}
    </fieldset>
  );
}
