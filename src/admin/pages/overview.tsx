import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { demo } from "../api.ts";
import { Page } from "../ui/page.tsx";
import { Failed, Loading } from "../ui/states.tsx";
import { FloorNow } from "./floor.tsx";
import classes from "./overview.module.css";
import { readiness } from "./readiness.ts";

/** The first page: whether calls are taken, and what to do first. */
export function OverviewPage() {
  return (
    <Page title="Overview">
      <Readiness />
      <FloorNow />
      {demo && (
        <section className={classes["step"]} aria-labelledby="first-call">
          <h2 id="first-call">Make the first call</h2>
          <Text c="dimmed">
            Two telephones stand ready in this browser, a caller’s and a rep’s. Dial the line, choose from the menu, and
            hear what callers hear; then answer as the rep.
          </Text>
          <Anchor component={Link} to="/phone" fw={550} mt="sm" display="inline-block">
            Go to the telephones
          </Anchor>
        </section>
      )}
    </Page>
  );
}

function Readiness() {
  const { data, error, refetch } = useQuery({ queryKey: ["ready"], queryFn: readiness, refetchInterval: 10_000 });
  if (error)
    return <Failed what="It is not known whether calls are taken" error={error} again={() => void refetch()} />;
  if (!data) return <Loading what="whether calls are taken" rows={2} />;
  return (
    <section className={classes["ready"]} data-ready={data.ready} aria-live="polite">
      <span className={classes["light"]} aria-hidden="true" />
      <div>
        <h2>{data.ready ? "Calls are being taken" : "Calls cannot be taken as they should"}</h2>
        {data.why.map((why) => (
          <Text key={why} c="dimmed">
            {why}
          </Text>
        ))}
      </div>
    </section>
  );
}
