import { useEffect, useRef, type ReactNode } from "react";
import { Icon } from "../../ui/icon.tsx";
import type { Phone } from "./desk.ts";
import classes from "./transcript.module.css";

/** What was heard and done at a telephone, the newest at the bottom and in view. */
export function Transcript({ phone, empty, label }: TranscriptProps) {
  const { captions } = phone;
  const box = useRef<HTMLDivElement>(null);
  const newest = captions.at(-1)?.id;
  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [newest]);
  return (
    <div ref={box} className={classes["box"]} role="log" aria-label={label} tabIndex={0}>
      {captions.length === 0 ? (
        <p className={classes["empty"]}>{empty}</p>
      ) : (
        <ol className={classes["captions"]}>
          {captions.map(({ id, kind, words, who }) => (
            <li key={id} data-kind={kind}>
              {kind === "music" && <Icon name="sound" size={15} />}
              {kind === "text" && <Icon name="text" size={15} />}
              <span>
                {who !== undefined && <b>{who}</b>}
                {words}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
type TranscriptProps = { readonly phone: Phone; readonly empty: ReactNode; readonly label: string };
