import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Failed, Loading } from "../../ui/states.tsx";
import { ToldChanges } from "./changes/changes.tsx";
import { tell } from "./changes/tell.ts";
import { readEdition, readInForce } from "./wire.ts";

/** What an edition changed in another; in the one in force, unless another is named. */
export function ChangesOf({ id, within }: { readonly id: string; readonly within?: string | undefined }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["routing", "changes", id, within ?? "in force"],
    async queryFn() {
      const [after, before] = await Promise.all([
        readEdition(id),
        within === undefined ? readInForce() : readEdition(within),
      ]);
      return tell(before.source, after.source);
    },
    staleTime: within === undefined ? 0 : Infinity,
  });
  if (error) return <Failed what="The changes cannot be shown" error={error} again={() => void refetch()} />;
  if (!data) return <Loading what="the changes" rows={2} />;
  return data.length === 0 ? <Text c="dimmed">It changes nothing.</Text> : <ToldChanges told={data} />;
}
