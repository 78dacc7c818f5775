import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DialogForm } from "../../ui/dialog.tsx";
import { repsQuery, roles, type Role, type Said, type User } from "./people-wire.ts";

type UserFormProps = {
  /** Who is changed; undefined: somebody new. */
  readonly user?: User;
  readonly submit: string;
  readonly send: (said: Said) => Promise<unknown>;
  readonly close: () => void;
};

/** What is said of a user. */
export function UserForm({ user, submit, send, close }: UserFormProps) {
  const [said, setSaid] = useState<Said>({
    name: user?.name ?? "",
    email: user?.email ?? "",
    role: user?.role ?? "viewer",
    rep: user?.rep ?? null,
  });
  const { data: reps = {} } = useQuery(repsQuery);
  const known = said.rep === null || Object.hasOwn(reps, said.rep) ? reps : { ...reps, [said.rep]: said.rep };
  return (
    <DialogForm submit={submit} send={() => send(said)} close={close}>
      {(errors) => (
        <>
          <TextInput
            label="Name"
            value={said.name}
            onChange={({ currentTarget: { value } }) => setSaid({ ...said, name: value })}
            error={errors["name"]}
            maxLength={100}
            required
            withAsterisk={false}
            data-autofocus
          />
          <TextInput
            label="E-mail address"
            type="email"
            value={said.email}
            onChange={({ currentTarget: { value } }) => setSaid({ ...said, email: value })}
            error={errors["email"]}
            required
            withAsterisk={false}
          />
          <NativeSelect
            label="Role"
            description={user ? "With another role, or as another rep, all sessions end." : undefined}
            data={Object.entries(roles).map(([value, label]) => ({ value, label }))}
            value={said.role}
            onChange={({ currentTarget: { value } }) => setSaid({ ...said, role: value as Role })}
            error={errors["role"]}
          />
          <NativeSelect
            label="Is the rep"
            description="Whose return calls are this person’s own: a rep sees no others."
            data={[
              { value: "", label: "Nobody" },
              ...Object.entries(known).map(([value, label]) => ({ value, label })),
            ]}
            value={said.rep ?? ""}
            onChange={({ currentTarget: { value } }) => setSaid({ ...said, rep: value === "" ? null : value })}
            error={errors["rep"]}
          />
        </>
      )}
    </DialogForm>
  );
}
