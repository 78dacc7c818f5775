import { Button, PasswordInput, Text, TextInput, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode, SubmitEvent } from "react";
import { ApiProblem, sentenceOf } from "../../api.ts";
import mark from "../../ui/holdfast.svg";
import classes from "./form.module.css";

type Field = "name" | "email" | "password" | "newPassword";
type Filled = Readonly<Record<Field, string>>;

type FormProps = {
  readonly title: string;
  readonly about?: string;
  readonly fields: readonly Field[];
  /** Whose password is chosen, for whatever keeps passwords in the browser. */
  readonly email?: string;
  readonly submit: string;
  /** What stands above the fields. */
  readonly before?: ReactNode;
  readonly send: (filled: Filled) => Promise<unknown>;
};

/** A form that ends with somebody signed in. */
export function Form({ title, about, fields, email, submit, before, send }: FormProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const sending = useMutation({
    mutationFn: send,
    async onSuccess() {
      queries.clear();
      await navigate({ to: "/" });
    },
  });
  const refused = sending.error instanceof ApiProblem ? sending.error.fields : {};
  const byField = fields.some((field) => refused[apiName(field)] !== undefined);
  const submitted = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    const of = (field: Field) => {
      const value = filled.get(field);
      return typeof value === "string" ? value : "";
    };
    sending.mutate({ name: of("name"), email: of("email"), password: of("password"), newPassword: of("newPassword") });
  };
  return (
    <Door title={title} about={about}>
      {before}
      <form className={classes["form"]} onSubmit={submitted}>
        {email !== undefined && <input type="email" autoComplete="username" value={email} readOnly hidden />}
        {fields.map((field, place) => (
          <Input key={field} field={field} error={refused[apiName(field)]} first={place === 0} />
        ))}
        {sending.error && !byField && (
          <Text role="alert" c="var(--mantine-color-error)" fz="sm">
            {sentenceOf(sending.error)}
          </Text>
        )}
        <Button type="submit" size="md" fz="md" loading={sending.isPending}>
          {submit}
        </Button>
      </form>
    </Door>
  );
}

const apiName = (field: Field) => (field === "newPassword" ? "password" : field);

function Input({
  field,
  error,
  first,
}: {
  readonly field: Field;
  readonly error: string | undefined;
  readonly first: boolean;
}) {
  const common = {
    name: field,
    required: true,
    withAsterisk: false,
    size: "md",
    error,
    "data-autofocus": first,
  } as const;
  switch (field) {
    case "name":
      return <TextInput {...common} label="Your name" autoComplete="name" />;
    case "email":
      return <TextInput {...common} label="E-mail address" type="email" autoComplete="username" />;
    case "password":
      return <PasswordInput {...common} label="Password" autoComplete="current-password" />;
    case "newPassword":
      return (
        <PasswordInput
          {...common}
          label="A password"
          description="At least 12 characters. A few words make a good one."
          minLength={12}
          autoComplete="new-password"
        />
      );
    default:
      return field satisfies never;
  }
}

/** What stands outside the pages: the mark, a title and one thing to do. */
export function Door({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about?: string | undefined;
  readonly children: ReactNode;
}) {
  useDocumentTitle(`${title} · Holdfast`);
  return (
    <main className={classes["door"]}>
      <div className={classes["card"]}>
        <img src={mark} alt="Holdfast" width={36} height={36} />
        <Title order={1}>{title}</Title>
        {about !== undefined && <Text c="dimmed">{about}</Text>}
        {children}
      </div>
    </main>
  );
}
