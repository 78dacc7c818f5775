import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Page } from "../ui/page.tsx";

/** Shown where there is no page. */
export function NotFoundPage() {
  return (
    <Page title="There is no such page" about="The address may be mistyped, or the page may have moved.">
      <Button component={Link} to="/">
        Go to the overview
      </Button>
    </Page>
  );
}
