import { Badge, Button, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "../../me.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { when } from "../../time.ts";
import { Asked } from "./asked.tsx";
import { Dialog } from "./dialog.tsx";
import { change, invite, newLink, remove, signOut, usersQuery, type HandedOver, type User } from "./people-wire.ts";
import classes from "./settings.module.css";
import { ShownOnce } from "./shown-once.tsx";
import { SettingsTabs } from "./tabs.tsx";
import { UserForm } from "./user-form.tsx";

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
            <Row key={user.id} user={user} changed={changed} show={setLink} />
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

type RowProps = {
  readonly user: User;
  readonly changed: () => Promise<void>;
  readonly show: (link: Link) => void;
};

function Row({ user, changed, show }: RowProps) {
  const [editing, setEditing] = useState(false);
  const { data: me } = useQuery(meQuery);
  const { name, email, role, invited } = user;
  const hand = async () => show({ name, link: await newLink(user) });
  return (
    <li>
      <div>
        <div className={classes["title"]}>
          <b className={classes["wrap"]}>{name}</b>
          <Badge variant="default" tt="capitalize" radius="sm">
            {role}
          </Badge>
          {me?.id === user.id && <Text c="dimmed">You</Text>}
          {invited && <Text c="dimmed">Invited, not come yet</Text>}
        </div>
        <Text c="dimmed" fz="sm" className={classes["wrap"] ?? ""}>
          {email}
        </Text>
      </div>
      <div className={classes["actions"]}>
        <Button variant="default" size="compact-sm" aria-label={`Change ${name}`} onClick={() => setEditing(true)}>
          Change
        </Button>
        <Asked
          label="New link"
          name={`A new link for ${name}`}
          title={`A new link for ${name}?`}
          confirm="Make it"
          perform={hand}
          small
        >
          With it {name} chooses {invited ? "a" : "another"} password. Links of before are void.
        </Asked>
        {!invited && (
          <Asked
            label="Sign out"
            name={`Sign ${name} out`}
            title={`Sign ${name} out everywhere?`}
            confirm="Sign out"
            perform={() => signOut(user)}
            small
          >
            All sessions of {name} end now. Signing in again needs the password.
          </Asked>
        )}
        <Asked
          label="Remove"
          name={`Remove ${name}`}
          title={`Remove ${name}?`}
          confirm="Remove"
          grave
          perform={async () => {
            await remove(user);
            await changed();
          }}
          small
        >
          {name} is signed out now and cannot sign in any more. What {name} did stays in the audit log.
        </Asked>
      </div>
      <Dialog title={`Change ${name}`} opened={editing} close={() => setEditing(false)}>
        <UserForm
          user={user}
          submit="Save"
          close={() => setEditing(false)}
          send={async (said) => {
            await change(user, said);
            setEditing(false);
            await changed();
          }}
        />
      </Dialog>
    </li>
  );
}
