import { Button, PasswordInput, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SubmitEvent } from "react";
import { ApiProblem, ask, sentenceOf } from "../../api.ts";
import { meQuery } from "../../me.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Loading } from "../../ui/states.tsx";
import { waysQuery } from "../sign-in/ways.tsx";
import { Sessions } from "./sessions.tsx";
import classes from "./settings.module.css";
import { SettingsTabs } from "./tabs.tsx";

/** One's own account: where one is signed in, and the password. */
export function AccountPage() {
  const { data: me } = useQuery(meQuery);
  const { data: ways } = useQuery({ ...waysQuery, refetchInterval: false });
  return (
    <Page title="Account" about={me && !me.demo ? `${me.name}, ${me.email}` : "Who you are here."}>
      <SettingsTabs />
      {!me ? (
        <Loading what="your account" />
      ) : me.demo ? (
        <Empty title="Nobody is signed in">
          In demo mode whoever sits at this machine is the admin. Those who were invited have an account of their own.
        </Empty>
      ) : (
        <div className={classes["cards"]}>
          <section className={classes["card"]} aria-labelledby="own-sessions">
            <h2 id="own-sessions">Where you are signed in</h2>
            <div className={classes["body"]}>
              <Sessions path="/api/sessions" none="Nowhere." />
            </div>
          </section>
          {ways?.password && (
            <section className={classes["card"]} aria-labelledby="own-password">
              <h2 id="own-password">Password</h2>
              <OwnPassword email={me.email} />
            </section>
          )}
        </div>
      )}
    </Page>
  );
}

function OwnPassword({ email }: { readonly email: string }) {
  const queries = useQueryClient();
  const changing = useMutation({
    mutationFn: (said: { readonly current: string; readonly password: string }) =>
      ask("POST", "/api/me/password", said),
    async onSuccess() {
      notifications.show({ message: "The password is changed. All your other sessions have ended." });
      await queries.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
  const fields = changing.error instanceof ApiProblem ? changing.error.fields : {};
  const submitted = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const filled = new FormData(form);
    const of = (name: string) => {
      const value = filled.get(name);
      return typeof value === "string" ? value : "";
    };
    changing.mutate({ current: of("current"), password: of("password") }, { onSuccess: () => form.reset() });
  };
  return (
    <form className={classes["form"]} onSubmit={submitted}>
      <Text c="dimmed">With another one all your other sessions end.</Text>
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        name="current"
        label="Password now"
        autoComplete="current-password"
        error={fields["current"]}
        maw={360}
        required
        withAsterisk={false}
      />
      <PasswordInput
        name="password"
        label="A new password"
        description="At least 12 characters. A few words make a good one."
        autoComplete="new-password"
        minLength={12}
        error={fields["password"]}
        maw={360}
        required
        withAsterisk={false}
      />
      {changing.error && Object.keys(fields).length === 0 && (
        <Text c="var(--mantine-color-error)" role="alert">
          {sentenceOf(changing.error)}
        </Text>
      )}
      <div>
        <Button type="submit" loading={changing.isPending}>
          Change it
        </Button>
      </div>
    </form>
  );
}
