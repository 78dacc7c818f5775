import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { sentenceOf } from "../api.ts";
import classes from "./states.module.css";

/** Shown while something is on its way: as many rows as there will be, about. */
export function Loading({ what, rows = 4 }: { readonly what: string; readonly rows?: number }) {
  return (
    <Stack gap="sm" role="status" aria-label={`Loading ${what}`}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={16} width={`${90 - ((row * 17) % 40)}%`} radius="sm" />
      ))}
    </Stack>
  );
}

type Said = { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode };

/** Shown where there is nothing yet: what would be here, and how it comes to be. */
export function Empty({ title, children, action }: Said) {
  return (
    <div className={classes["state"]}>
      <Title order={2}>{title}</Title>
      {children !== undefined && (
        <Text c="dimmed" maw={420}>
          {children}
        </Text>
      )}
      {action}
    </div>
  );
}

/** Shown where something failed: what, why in a sentence, and what to do. */
export function Failed({
  what,
  error,
  again,
}: {
  readonly what: string;
  readonly error: unknown;
  readonly again?: () => void;
}) {
  return (
    <div className={classes["state"]} role="alert">
      <Title order={2}>{what}</Title>
      <Text c="dimmed" maw={480}>
        {sentenceOf(error)}
      </Text>
      {again && (
        <Button variant="default" onClick={again}>
          Try again
        </Button>
      )}
    </div>
  );
}
