import { Button, Group, Text, Title } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { Page } from "./page.tsx";

/** Shown in place of a page that broke: what it means for callers, and what to do. */
export function PageBroke({ error, reset }: ErrorComponentProps) {
  return (
    <Page title="This page stopped working">
      <div role="alert">
        <Text maw={560}>
          Calls go on: only what you see here is concerned. Try again; if it happens once more, load the page anew.
          Should that not help either, tell whoever looks after Holdfast what stands below.
        </Text>
        <Group mt="md" gap="xs">
          <Button onClick={reset}>Try again</Button>
          <Button variant="default" onClick={() => window.location.reload()}>
            Load anew
          </Button>
        </Group>
        <Title order={2} mt="xl" mb="xs">
          What happened
        </Title>
        <Text ff="monospace" fz="sm" c="dimmed">
          {error instanceof Error ? error.message : String(error)}
        </Text>
      </div>
    </Page>
  );
}
