import { useQuery } from "@tanstack/react-query";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { Frame } from "./frame.tsx";
import { RoutingTabs } from "./tabs.tsx";
import { readThere } from "./wire.ts";

/** The routing: what is in force, and the draft of what is to be. */
export function RoutingPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ["routing", "there"],
    queryFn: readThere,
    // From here on the draft is looked after by whoever edits it; whoever comes back reads it anew.
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <Page
      title="Routing"
      wide
      about="What callers hear and where they come out. A change is a draft until you publish it."
    >
      <RoutingTabs at="edit" />
      {data ? (
        <Frame first={data} />
      ) : error ? (
        <Failed what="The routing cannot be shown" error={error} again={() => void refetch()} />
      ) : (
        <Loading what="the routing" rows={8} />
      )}
    </Page>
  );
}
