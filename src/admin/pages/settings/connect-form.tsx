import { Button, Collapse, PasswordInput, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, sentenceOf } from "../../api.ts";
import classes from "./settings.module.css";
import { connect } from "./twilio-wire.ts";

/** Where the account is written down; `again`: there is one already, and it is to be another, or have another token. */
export function ConnectForm({ again }: { readonly again: boolean }) {
  const queries = useQueryClient();
  const [opened, setOpened] = useState(!again);
  const [sid, setSid] = useState("");
  const [token, setToken] = useState("");
  const connecting = useMutation({
    mutationFn: () => connect(sid.trim(), token.trim()),
    async onSuccess() {
      setToken("");
      setOpened(false);
      await queries.invalidateQueries({ queryKey: ["twilio"] });
    },
  });
  const fields = connecting.error instanceof ApiProblem ? connecting.error.fields : {};
  const byField = Object.keys(fields).length > 0;
  return (
    <div className={classes["body"]}>
      {again && !opened && (
        <Button variant="default" onClick={() => setOpened(true)}>
          Use another account or token
        </Button>
      )}
      <Collapse expanded={opened} keepMounted={false}>
        <form
          className={classes["form"]}
          onSubmit={(event) => {
            event.preventDefault();
            connecting.mutate();
          }}
        >
          <TextInput
            label="Account SID"
            placeholder="AC…"
            value={sid}
            onChange={({ currentTarget }) => setSid(currentTarget.value)}
            error={fields["accountSid"]}
            autoComplete="off"
            spellCheck={false}
            required
            withAsterisk={false}
          />
          <PasswordInput
            label="Auth token"
            description="The primary one: Twilio signs with it. An API key does not do, for Twilio signs nothing with it."
            value={token}
            onChange={({ currentTarget }) => setToken(currentTarget.value)}
            error={fields["authToken"]}
            autoComplete="off"
            required
            withAsterisk={false}
          />
          {connecting.error && !byField && (
            <Text c="var(--mantine-color-error)" role="alert">
              {sentenceOf(connecting.error)}
            </Text>
          )}
          <div>
            <Button type="submit" loading={connecting.isPending}>
              Connect
            </Button>
          </div>
        </form>
      </Collapse>
    </div>
  );
}
