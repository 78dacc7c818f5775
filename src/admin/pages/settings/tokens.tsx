import { Button, Checkbox, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { when } from "../../time.ts";
import { Asked } from "../../ui/asked.tsx";
import { Dialog, DialogForm } from "../../ui/dialog.tsx";
import classes from "./settings.module.css";
import { ShownOnce } from "./shown-once.tsx";
import { SettingsTabs } from "./tabs.tsx";
import { makeToken, revoke, scopes, tokensQuery, type Token } from "./tokens-wire.ts";

/** What programs come in with. */
export function TokensPage() {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(tokensQuery);
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string>();
  const changed = () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
  const makes = <Button onClick={() => setMaking(true)}>Make a token</Button>;
  return (
    <Page
      title="Tokens"
      about="What programs come in with at the API, each good for parts of it."
      actions={data && data.length > 0 && makes}
    >
      <SettingsTabs />
      {error ? (
        <Failed what="The tokens cannot be shown" error={error} again={() => void refetch()} />
      ) : !data ? (
        <Loading what="the tokens" />
      ) : data.length === 0 ? (
        <Empty title="No program has a token" action={makes}>
          A wallboard, a booking system or a script gets one of its own, so that it can be taken away alone.
        </Empty>
      ) : (
        <ul className={classes["rows"]} aria-label="Tokens">
          {data.map((token) => (
            <Row key={token.id} token={token} changed={changed} />
          ))}
        </ul>
      )}
      <Dialog title="Make a token" opened={making} close={() => setMaking(false)}>
        <TokenForm
          close={() => setMaking(false)}
          made={async (shown) => {
            setMaking(false);
            setSecret(shown);
            await changed();
          }}
        />
      </Dialog>
      <Dialog title="The token" opened={secret !== undefined} close={() => setSecret(undefined)}>
        <Text mb="sm">
          It is shown only now. Write it where the program finds it; it is sent as <code>Authorization: Bearer …</code>
        </Text>
        {secret !== undefined && <ShownOnce label="Token" text={secret} />}
      </Dialog>
    </Page>
  );
}

function TokenForm({ close, made }: { readonly close: () => void; readonly made: (secret: string) => Promise<void> }) {
  const [name, setName] = useState("");
  const [good, setGood] = useState<readonly string[]>(["read"]);
  const [until, setUntil] = useState("");
  const expires = until === "" ? {} : { expiresAt: new Date(until).toISOString() };
  return (
    <DialogForm
      submit="Make it"
      close={close}
      send={async () => made(await makeToken({ name, scopes: good, ...expires }))}
    >
      {(errors) => (
        <>
          <TextInput
            label="Name"
            description="Which program it is for."
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            error={errors["name"]}
            maxLength={100}
            required
            withAsterisk={false}
            data-autofocus
          />
          <Checkbox.Group
            label="Good for"
            value={[...good]}
            onChange={setGood}
            error={errors["scopes"] ?? (good.length === 0 ? "Choose at least one." : undefined)}
          >
            {Object.entries(scopes).map(([value, label]) => (
              <Checkbox key={value} value={value} label={label} mt={8} />
            ))}
          </Checkbox.Group>
          <TextInput
            type="datetime-local"
            label="Until"
            description="Empty: until it is revoked."
            value={until}
            onChange={({ currentTarget }) => setUntil(currentTarget.value)}
            error={errors["expiresAt"]}
          />
        </>
      )}
    </DialogForm>
  );
}

function Row({ token, changed }: { readonly token: Token; readonly changed: () => Promise<void> }) {
  const { name, scopes: good, madeAt, usedAt, expiresAt } = token;
  return (
    <li>
      <div>
        <div className={classes["title"]}>
          <b className={classes["wrap"]}>{name}</b>
          {token.stopped && (
            <Text c="var(--mantine-color-error)" fz="sm">
              Stopped: whoever made it is disabled or was removed
            </Text>
          )}
        </div>
        <Text c="dimmed" fz="sm">
          Good for {good.join(", ")}. Made {when(madeAt)};{" "}
          {usedAt === undefined ? "never used" : `last used ${when(usedAt)}`}
          {expiresAt === undefined ? "." : `; good until ${when(expiresAt)}.`}
        </Text>
      </div>
      <Asked
        label="Revoke"
        name={`Revoke ${name}`}
        title={`Revoke ${name}?`}
        confirm="Revoke"
        grave
        perform={async () => {
          await revoke(token);
          await changed();
        }}
        small
      >
        Whatever comes in with it is refused from now on. It cannot be brought back.
      </Asked>
    </li>
  );
}
