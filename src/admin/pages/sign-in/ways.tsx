import { Button, Text } from "@mantine/core";
import { queryOptions } from "@tanstack/react-query";
import { ask } from "../../api.ts";
import classes from "./form.module.css";
import { wordsFor } from "./why.ts";

/** How people sign in here. */
export type WaysIn = {
  readonly password: boolean;
  readonly issuer?: { readonly name: string; readonly fault?: string };
};

/** Asked again now and then: an issuer may be down now, or up again. */
export const waysQuery = queryOptions({
  queryKey: ["ways-in"],
  queryFn: async () => (await ask("GET", "/api/sign-in")) as WaysIn,
  refetchInterval: ({ state }) => (state.data?.issuer ? 6_000 : false),
});

type IssuerProps = { readonly ways: WaysIn; readonly why: string | undefined };

/** The way to the issuer, and what came of it the last time. */
export function ByIssuer({ ways: { issuer, password }, why }: IssuerProps) {
  const fault = why ?? wordsFor(issuer?.fault ?? null, issuer?.name ?? "");
  if (!issuer && fault === undefined) return null;
  return (
    <div className={classes["ways"]}>
      {fault !== undefined && (
        <Text role="alert" c="var(--mantine-color-error)" fz="sm">
          {fault}
        </Text>
      )}
      {issuer && (
        <Button
          component="a"
          href="/api/sign-in/oidc"
          size="md"
          fz="md"
          variant={password ? "default" : "filled"}
          data-autofocus
        >
          Sign in with {issuer.name}
        </Button>
      )}
      {issuer && password && <div className={classes["or"]}>or</div>}
    </div>
  );
}
