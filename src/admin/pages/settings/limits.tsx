import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { meQuery } from "../../me.ts";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { ForgetNumber } from "./forget-number.tsx";
import { keptQuery, limitsQuery } from "./limits-wire.ts";
import { Retention } from "./retention.tsx";
import { SettingsTabs } from "./tabs.tsx";
import { Today } from "./today.tsx";
import classes from "./settings.module.css";

/** How much may be called out in a day and what of it is used, and for how long what is over is kept. */
export function LimitsPage() {
  const { data: me } = useQuery(meQuery);
  return (
    <Page
      title="Limits and retention"
      about="How much Holdfast may call out in a day, and for how long it keeps what is over."
    >
      <SettingsTabs />
      <div className={classes["cards"]}>
        <section className={classes["card"]} aria-labelledby="limits">
          <div className={classes["head"]}>
            <div>
              <h2 id="limits">Calls that we place</h2>
              <Text c="dimmed" mt={4}>
                What is used of today’s limits. At a limit no more return calls are promised, and who was not reached is
                tried again tomorrow.
              </Text>
            </div>
            <Button component={Link} to="/routing/business" variant="default">
              Change the limits
            </Button>
          </div>
          <LimitsToday />
        </section>
        {me?.may.includes("readRetention") && (
          <section className={classes["card"]} aria-labelledby="retention">
            <h2 id="retention">What is kept</h2>
            <Text c="dimmed" mt={4}>
              Once a day Holdfast erases what is over for longer than it is to be kept. What an open call, promise or
              case still needs stays.
            </Text>
            <KeptNow />
          </section>
        )}
        {me?.may.includes("forgetNumber") && (
          <section className={classes["card"]} aria-labelledby="forget">
            <h2 id="forget">Forget a number</h2>
            <Text c="dimmed" mt={4}>
              For a caller who asks for it. A number to which a return call is owed is not forgotten before that is made
              or cancelled.
            </Text>
            <ForgetNumber />
          </section>
        )}
      </div>
    </Page>
  );
}

function LimitsToday() {
  const { data, error, refetch } = useQuery(limitsQuery);
  if (data) return <Today limits={data} />;
  if (error) return <Failed what="The limits cannot be shown" error={error} again={() => void refetch()} />;
  return <Loading what="the limits" rows={5} />;
}

function KeptNow() {
  const { data, error, refetch } = useQuery(keptQuery);
  if (data) return <Retention key={data.etag} {...data} />;
  if (error) return <Failed what="It is not known what is kept" error={error} again={() => void refetch()} />;
  return <Loading what="what is kept" rows={5} />;
}
