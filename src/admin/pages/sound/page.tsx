import { Anchor, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState, useSyncExternalStore } from "react";
import { sentenceOf } from "../../api.ts";
import { meQuery } from "../../me.ts";
import { Only } from "../../ui/only.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { Drop } from "./drop.tsx";
import { openEar } from "./ear.ts";
import classes from "./page.module.css";
import { Recordings } from "./recordings.tsx";
import { Removing } from "./removing.tsx";
import { TrackRow } from "./track-row.tsx";
import { uploads } from "./uploading.ts";
import { Uploads } from "./uploads.tsx";
import { playIn, readQueues, readTracks, readUploads, type Track } from "./wire.ts";

const tracksKey = ["tracks"];
/** The notice that the draft was changed: one at a time. */
const drafted = "drafted";

/** The music: what there is, how it sounds, who plays it, and where more comes from. */
export function SoundPage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const may = queries.getQueryData(meQuery.queryKey)?.may ?? [];
  const mayChange = may.includes("uploadMusic");
  const tracks = useQuery({ queryKey: tracksKey, queryFn: readTracks });
  const queues = useQuery({ queryKey: ["queue-names"], queryFn: readQueues });
  const [ear] = useState(openEar);
  const heard = useSyncExternalStore(ear.subscribe, ear.state);
  const anew = () => void queries.invalidateQueries({ queryKey: tracksKey });
  const uploading = uploads();
  const sendings = useSyncExternalStore(uploading.subscribe, uploading.state);
  useEffect(() => () => ear.close(), [ear]);
  useEffect(() => {
    // What was begun before the page was opened, here or elsewhere, goes on.
    readUploads()
      .then((all) => all.filter(({ state }) => state !== "stored" && state !== "refused").forEach(uploading.resume))
      .catch((error: unknown) => notifications.show({ message: sentenceOf(error), color: "red" }));
  }, [uploading]);
  const stored = sendings.filter(({ state }) => state === "stored").length;
  useEffect(() => void queries.invalidateQueries({ queryKey: tracksKey }), [queries, stored]);
  const [leaving, setLeaving] = useState<Track>();

  const toDraft = () => {
    notifications.hide(drafted);
    void navigate({ to: "/routing" });
  };
  const change = async (queue: string, track: Track, plays: boolean) => {
    try {
      await playIn(queue, track.id, plays);
      anew();
      notifications.hide(drafted);
      notifications.show({
        id: drafted,
        message: <Drafted queue={queue} title={track.title} plays={plays} go={toDraft} />,
        closeButtonProps: { "aria-label": "Close" },
      });
    } catch (error) {
      notifications.show({ title: "The draft was not changed", message: sentenceOf(error), color: "red" });
    }
  };
  const list = (some: readonly Track[]) => (
    <ul className={classes["tracks"]}>
      {some.map((track) => (
        <TrackRow
          key={track.id}
          track={track}
          queues={queues.data ?? []}
          ear={ear}
          heard={heard}
          mayChange={mayChange}
          playIn={(queue, plays) => void change(queue, track, plays)}
          remove={() => setLeaving(track)}
        />
      ))}
    </ul>
  );
  const all = tracks.data ?? [];
  const own = all.filter(({ from }) => from === "upload");
  return (
    <Page title="Sound" wide about="What callers hear between words: yours, and what Holdfast comes with.">
      {mayChange ? <Drop send={uploading.send} /> : <Only who="an admin" />}
      <Uploads uploading={uploading} sendings={sendings} ear={ear} heard={heard} />
      {heard.trouble !== undefined && (
        <Text c="red" role="alert" mt="sm">
          {heard.trouble}
        </Text>
      )}
      {tracks.error ? (
        <Failed what="The music cannot be shown" error={tracks.error} again={() => void tracks.refetch()} />
      ) : tracks.data ? (
        <>
          <section aria-labelledby="own" className={classes["section"]}>
            <h2 id="own">Your music</h2>
            {own.length > 0 ? (
              list(own)
            ) : (
              <Empty title="Nothing of yours yet">
                {mayChange
                  ? "Upload what callers are to hear. It is evened out, cut into phrases, and then any queue can play it."
                  : "An admin can upload music here."}
              </Empty>
            )}
          </section>
          <section aria-labelledby="shipped" className={classes["section"]}>
            <h2 id="shipped">Comes with Holdfast</h2>
            {list(all.filter(({ from, kind }) => from === "holdfast" && kind === "instrumental"))}
          </section>
          {all.some(({ kind }) => kind !== "instrumental") && (
            <section aria-labelledby="frames" className={classes["section"]}>
              <h2 id="frames">Around announcements</h2>
              {list(all.filter(({ kind }) => kind !== "instrumental"))}
            </section>
          )}
          <section aria-labelledby="recorded" className={classes["section"]}>
            <h2 id="recorded">Recorded prompts</h2>
            <Recordings ear={ear} heard={heard} mayChange={mayChange} />
          </section>
        </>
      ) : (
        <Loading what="the music" rows={8} />
      )}
      <Removing track={leaving} close={() => setLeaving(undefined)} done={anew} />
    </Page>
  );
}

type DraftedProps = {
  readonly queue: string;
  readonly title: string;
  readonly plays: boolean;
  readonly go: () => void;
};

/** Notices stand beside the pages: they have no links of theirs. */
function Drafted({ queue, title, plays, go }: DraftedProps) {
  return (
    <>
      In the draft, {queue} {plays ? `plays ${title} first` : `no longer plays ${title}`}.{" "}
      <Anchor component="button" type="button" fw={550} onClick={go}>
        Publish it
      </Anchor>{" "}
      and callers hear that.
    </>
  );
}
