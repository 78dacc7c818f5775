import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { Actions } from "./actions.tsx";
import { useArrival } from "./arrival.ts";
import { Broken } from "./broken.tsx";
import { DeskContext } from "./desk-context.ts";
import { DraftContext, draftOf } from "./draft.ts";
import { openDraftDesk, readingDesk } from "./draft-desk.ts";
import classes from "./frame.module.css";
import { useMayEdit } from "./may-edit.ts";
import { readJson } from "./place.ts";
import { SectionNavigation } from "./section-navigation.tsx";
import { sectionIn } from "./sections.ts";
import { Side } from "./side.tsx";
import { Behind, Clash, Standing } from "./standing.tsx";
import { onRoutingChange } from "../../live.ts";
import { Only } from "../../ui/only.tsx";
import { noPast, paused } from "./undo.ts";
import { UndoButtons } from "./undo-buttons.tsx";
import { readUnsaved } from "./unsaved.ts";
import type { There } from "./wire.ts";

/** Milliseconds after which it is looked whether somebody else has changed it, beside when the server tells so. */
const lookEvery = 60_000;

/** The draft in its sections, with all that is wrong with it and all that it changes beside it. */
export function Frame({ first }: { readonly first: There }) {
  const mayEdit = useMayEdit();
  const [desk] = useState(() => (mayEdit ? openDraftDesk(first, readUnsaved()) : readingDesk(first)));
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  const [past, remember] = useState(noPast);
  const { pathname } = useLocation();
  const { name: section, isWide, isForm } = sectionIn(pathname);
  useEffect(() => {
    const look = () => void desk.look();
    const timer = window.setInterval(look, lookEvery);
    window.addEventListener("focus", look);
    const stop = onRoutingChange(look);
    return () => {
      stop();
      window.clearInterval(timer);
      window.removeEventListener("focus", look);
      void desk.save();
    };
  }, [desk]);
  useArrival(section !== "text");

  const { text } = state;
  const read = useMemo(() => readJson(text), [text]);
  const isBroken = "broken" in read;
  const source = isBroken ? undefined : read.source;
  const draft = useMemo(() => draftOf({ desk, state, source, past, remember }), [desk, state, source, past]);
  const shared = useMemo(() => ({ desk, state }), [desk, state]);
  return (
    <DeskContext value={shared}>
      <DraftContext value={draft}>
        <Clash state={state} desk={desk} />
        {mayEdit && <Behind state={state} desk={desk} />}
        <div className={classes["frame"]} data-wide={isWide || undefined}>
          <SectionNavigation section={section} />
          <div className={classes["main"]}>
            <div className={classes["bar"]}>
              <Standing state={state} mayEdit={mayEdit} />
              {mayEdit ? (
                <div className={classes["can"]}>
                  {section !== "text" && <UndoButtons />}
                  <Actions state={state} desk={desk} />
                </div>
              ) : (
                <Only who="an admin" />
              )}
            </div>
            <div id="section" onBlur={() => remember(paused)}>
              {isBroken && section !== "text" ? (
                <Broken text={text} broken={read.broken} />
              ) : (
                <ToRead only={!mayEdit && isForm}>
                  <Outlet />
                </ToRead>
              )}
            </div>
          </div>
          <Side desk={desk} state={state} isText={section === "text"} />
        </div>
      </DraftContext>
    </DeskContext>
  );
}

/** A form of which nothing can be typed, chosen or pressed, where it is only to be read. */
function ToRead({ only, children }: { readonly only: boolean; readonly children: ReactNode }) {
  return (
    <fieldset className={classes["toRead"]} disabled={only}>
      {children}
    </fieldset>
  );
}
