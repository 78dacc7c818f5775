import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Text } from "@mantine/core";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import type { ReactNode } from "react";
import { Asked } from "../../ui/asked.tsx";
import { ConnectForm } from "./connect-form.tsx";
import { Findings } from "./findings.tsx";
import { Numbers } from "./numbers.tsx";
import classes from "./settings.module.css";
import { SettingsTabs } from "./tabs.tsx";
import { connectedQuery, disconnect, type Connected } from "./twilio-wire.ts";

/** Where Twilio is connected: the account, whether it reaches us, and which of its numbers lead here. */
export function TwilioPage() {
  const { data, error, refetch } = useQuery(connectedQuery);
  return (
    <Page title="Twilio" about="The telephone network behind Holdfast: your account, and the numbers that lead here.">
      <SettingsTabs />
      {data ? (
        <Connection connected={data} />
      ) : error ? (
        <Failed what="It is not known how Twilio is connected" error={error} again={() => void refetch()} />
      ) : (
        <Loading what="how Twilio is connected" rows={6} />
      )}
    </Page>
  );
}

function Connection({ connected }: { readonly connected: Connected }) {
  const queries = useQueryClient();
  const { from, accountSid, running, hindrance, publicUrl } = connected;
  return (
    <div className={classes["cards"]}>
      {hindrance !== undefined && <Notice title="Twilio cannot reach this server yet">{hindrance}</Notice>}
      <section className={classes["card"]} aria-labelledby="account">
        <div className={classes["head"]}>
          <div>
            <h2 id="account">Account</h2>
            <Text c="dimmed" mt={4}>
              {says(connected)}
            </Text>
          </div>
          {from === "page" && (
            <Asked
              label="Forget it"
              title="Forget this account?"
              confirm="Forget it"
              grave
              perform={async () => {
                await disconnect();
                await queries.invalidateQueries({ queryKey: connectedQuery.queryKey });
              }}
            >
              Its token is deleted here. Where its numbers lead stays as it is: lead them back first, if others are to
              answer. {running && "Calls are taken by it until the next start."}
            </Asked>
          )}
        </div>
        {accountSid !== undefined && (
          <dl className={classes["facts"]}>
            <div>
              <dt>Account SID</dt>
              <dd className={classes["code"]}>{accountSid}</dd>
            </div>
            <div>
              <dt>Auth token</dt>
              <dd>Kept, and never shown again</dd>
            </div>
            <div>
              <dt>Our address</dt>
              <dd className={classes["code"]}>{publicUrl}</dd>
            </div>
          </dl>
        )}
        {from !== "environment" && <ConnectForm again={accountSid !== undefined} />}
      </section>
      {accountSid !== undefined && !running && (
        <Notice title="Start Holdfast again">
          The account is kept. Holdfast works by it from its next start on: until then
          {from === "page" ? " it goes on as it is." : " nothing changes."}
        </Notice>
      )}
      {accountSid !== undefined && (
        <>
          <Findings key={accountSid} />
          <Numbers hindrance={hindrance} />
        </>
      )}
    </div>
  );
}

function says({ from, running }: Connected): string {
  if (from === "environment")
    return "It stands in the environment (TWILIO_ACCOUNT_SID), which wins over this page. Change it there, and start again.";
  if (from === "nowhere")
    return "None is connected, and no real telephone rings. Copy both from the start page of the Twilio console.";
  return running ? "Calls are taken by this account." : "This account is kept for the next start.";
}

function Notice({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes["card"]} data-on="true" role="note">
      <h2>{title}</h2>
      <Text mt={4}>{children}</Text>
    </section>
  );
}
