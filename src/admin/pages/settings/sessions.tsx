import { Badge, Button, Text } from "@mantine/core";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, sentenceOf } from "../../api.ts";
import { Failed, Loading } from "../../ui/states.tsx";
import { when } from "../../time.ts";
import classes from "./settings.module.css";

/** Somewhere that somebody is signed in. */
type Session = {
  readonly id: string;
  readonly device: string;
  readonly from: string;
  readonly madeAt: string;
  readonly usedAt: string;
  readonly current: boolean;
};

const sessionsQuery = (path: string) =>
  queryOptions({
    queryKey: ["sessions", path],
    queryFn: async () => ((await ask("GET", path)) as { readonly sessions: readonly Session[] }).sessions,
  });

type SessionsProps = {
  /** Whose they are, at the API: one's own or a user's. */
  readonly path: string;
  /** Said where there are none. */
  readonly none: string;
};

/** Where somebody is signed in, each with the way to end it. */
export function Sessions({ path, none }: SessionsProps) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(sessionsQuery(path));
  const ending = useMutation({
    mutationFn: (id?: string) => ask("DELETE", id === undefined ? path : `${path}/${encodeURIComponent(id)}`),
    // Who has ended their own is shown the way in by this.
    onSettled: () => queries.invalidateQueries({ queryKey: ["sessions"] }),
  });
  if (error && !data) return <Failed what="The sessions cannot be shown" error={error} again={() => void refetch()} />;
  if (!data) return <Loading what="the sessions" rows={2} />;
  if (data.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <>
      <ul className={classes["rows"]} aria-label="Sessions">
        {data.map(({ id, device, from, madeAt, usedAt, current }) => (
          <li key={id}>
            <div>
              <div className={classes["title"]}>
                <b className={classes["wrap"]}>{device}</b>
                {current && (
                  <Badge variant="default" tt="none" radius="sm">
                    This one
                  </Badge>
                )}
              </div>
              <Text c="dimmed" fz="sm" className={classes["wrap"] ?? ""}>
                Signed in {when(madeAt)} from {from}, last used {when(usedAt)}
              </Text>
            </div>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`${current ? "Sign out of" : "End"} the session of ${device}, signed in ${when(madeAt)}`}
              loading={ending.isPending && ending.variables === id}
              onClick={() => ending.mutate(id)}
            >
              {current ? "Sign out" : "End"}
            </Button>
          </li>
        ))}
      </ul>
      {ending.error && (
        <Text c="var(--mantine-color-error)" role="alert" mt="sm">
          {sentenceOf(ending.error)}
        </Text>
      )}
      {data.length > 1 && (
        <div className={classes["buttons"]}>
          <Button
            variant="default"
            loading={ending.isPending && ending.variables === undefined}
            onClick={() => ending.mutate(undefined)}
          >
            End all of them
          </Button>
        </div>
      )}
    </>
  );
}
