import { Button, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { when } from "../../time.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { invite, usersQuery, type HandedOver } from "./people-wire.ts";
import classes from "./settings.module.css";
import { ShownOnce } from "./shown-once.tsx";
import { SettingsTabs } from "./tabs.tsx";
import { UserForm } from "./user-form.tsx";
import { UserRow } from "./user-row.tsx";

type Link = { readonly name: string; readonly link: HandedOver };

/** Who may sign in, and as what. */
export function UsersPage() {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(usersQuery);
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<Link>();
  const changed = () => queries.invalidateQueries({ queryKey: usersQuery.queryKey });
  const invites = <Button onClick={() => setInviting(true)}>Invite somebody</Button>;
  return (
    <Page title="Users" about="Who may sign in, and what each may do." actions={data && data.length > 0 && invites}>
      <SettingsTabs />
      {error ? (
        <Failed what="The users cannot be shown" error={error} again={() => void refetch()} />
      ) : !data ? (
        <Loading what="the users" />
      ) : data.length === 0 ? (
        <Empty title="Nobody has an account yet" action={invites}>
          In demo mode whoever sits at this machine is the admin. Those you invite can sign in from elsewhere.
        </Empty>
      ) : (
        <ul className={classes["rows"]} aria-label="Users">
          {data.map((user) => (
            <UserRow
              key={user.id}
              user={user}
              changed={changed}
              show={(name, shown) => setLink({ name, link: shown })}
            />
          ))}
        </ul>
      )}
      <Dialog title="Invite somebody" opened={inviting} close={() => setInviting(false)}>
        <UserForm
          submit="Invite"
          close={() => setInviting(false)}
          send={async (said) => {
            const made = await invite(said);
            setInviting(false);
            setLink({ name: said.name, link: made });
            await changed();
          }}
        />
      </Dialog>
      <Dialog title={`A link for ${link?.name ?? ""}`} opened={link !== undefined} close={() => setLink(undefined)}>
        {link && (
          <>
            <Text mb="sm">
              {link.link.until === undefined
                ? `This is where ${link.name} signs in${link.link.mailed ? ", as a mail has said too." : "."}`
                : `Hand it over: whoever opens it first chooses the password. It is good once, until ${when(link.link.until)}${link.link.mailed ? ", and was mailed too." : "."} It is shown only now.`}
            </Text>
            <ShownOnce label="Link" text={link.link.url} />
          </>
        )}
      </Dialog>
    </Page>
  );
}
