import { Badge, Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { meQuery } from "../../me.ts";
import { waysQuery } from "../sign-in/ways.tsx";
import { Asked } from "../../ui/asked.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { change, disable, newLink, remove, sessionsOf, unlink, type HandedOver, type User } from "./people-wire.ts";
import { Sessions } from "./sessions.tsx";
import classes from "./settings.module.css";
import { UserForm } from "./user-form.tsx";

type UserRowProps = {
  readonly user: User;
  readonly changed: () => Promise<void>;
  /** Shows a link that is for somebody. */
  readonly show: (name: string, link: HandedOver) => void;
};

/** One of those who may sign in, and what can be done about them. */
export function UserRow({ user, changed, show }: UserRowProps) {
  const [editing, edit] = useDisclosure();
  const [looking, look] = useDisclosure();
  const { data: me } = useQuery(meQuery);
  const { data: ways } = useQuery({ ...waysQuery, refetchInterval: false });
  const { name, email, role, invited, disabled, linked } = user;
  const isMe = me?.id === user.id;
  const then = (done: Promise<unknown>) => done.then(changed);
  return (
    <li>
      <div>
        <div className={classes["title"]}>
          <b className={classes["wrap"]}>{name}</b>
          <Badge variant="default" tt="capitalize" radius="sm">
            {role}
          </Badge>
          {disabled && (
            <Badge color="red.8" tt="none" radius="sm">
              Disabled
            </Badge>
          )}
          {isMe && <Text c="dimmed">You</Text>}
          {invited && !disabled && <Text c="dimmed">Invited, not come yet</Text>}
        </div>
        <Text c="dimmed" fz="sm" className={classes["wrap"] ?? ""}>
          {email}
          {linked && `, known at ${ways?.issuer?.name ?? "the issuer"}`}
        </Text>
      </div>
      <div className={classes["actions"]}>
        <Button variant="default" size="compact-sm" aria-label={`Change ${name}`} onClick={edit.open}>
          Change
        </Button>
        <Button variant="default" size="compact-sm" aria-label={`Sessions of ${name}`} onClick={look.open}>
          Sessions
        </Button>
        {ways?.password && !disabled && (
          <Asked
            label="New link"
            name={`A new link for ${name}`}
            title={`A new link for ${name}?`}
            confirm="Make it"
            perform={async () => show(name, await newLink(user))}
            small
          >
            With it {name} chooses {invited ? "a" : "another"} password. Links of before are void.
          </Asked>
        )}
        {linked && <Unlink user={user} perform={() => then(unlink(user))} />}
        {!isMe && <Disable user={user} perform={() => then(disable(user, !disabled))} />}
        <Asked
          label="Remove"
          name={`Remove ${name}`}
          title={`Remove ${name}?`}
          confirm="Remove"
          grave
          perform={() => then(remove(user))}
          small
        >
          {name} is signed out now and cannot sign in any more. Tokens that {name} made are stopped for good. What{" "}
          {name} did stays in the audit log.
        </Asked>
      </div>
      <Dialog title={`Change ${name}`} opened={editing} close={edit.close}>
        <UserForm
          user={user}
          submit="Save"
          close={edit.close}
          send={async (said) => {
            await change(user, said);
            edit.close();
            await changed();
          }}
        />
      </Dialog>
      <Dialog title={`Where ${name} is signed in`} opened={looking} close={look.close}>
        <Sessions path={sessionsOf(user)} none={`${name} is not signed in anywhere.`} />
      </Dialog>
    </li>
  );
}

type OneProps = { readonly user: User; readonly perform: () => Promise<unknown> };

function Disable({ user: { name, disabled }, perform }: OneProps) {
  return disabled ? (
    <Asked label="Enable" name={`Enable ${name}`} title={`Enable ${name}?`} confirm="Enable" perform={perform} small>
      {name} can sign in again, and the tokens that {name} made go on.
    </Asked>
  ) : (
    <Asked
      label="Disable"
      name={`Disable ${name}`}
      title={`Disable ${name}?`}
      confirm="Disable"
      grave
      perform={perform}
      small
    >
      {name} is signed out everywhere now and comes in by no way until enabled again. Tokens that {name} made are
      stopped as long. What {name} did keeps the name.
    </Asked>
  );
}

function Unlink({ user: { name, email }, perform }: OneProps) {
  return (
    <Asked label="Unlink" name={`Unlink ${name}`} title={`Unlink ${name}?`} confirm="Unlink" perform={perform} small>
      {name} is signed out, and no more known by the account of before. The next one who comes with {email} as a
      verified address takes its place.
    </Asked>
  );
}
