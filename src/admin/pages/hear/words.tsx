import { aboutOf } from "./captions.ts";
import { clock } from "./time.ts";
import { isSpoken, type Passage, type Spoken, type Wait } from "./wire.ts";
import classes from "./words.module.css";

type WordsProps = { readonly wait: Wait; readonly position: number; readonly seek: (position: number) => void };

/** Everything that is said in the wait and every key that is pressed, with its time; each leads there. */
export function Words({ wait, position, seek }: WordsProps) {
  const { passages, left, answered } = wait;
  const rows = passages.filter((one) => isSpoken(one) || one.kind === "key");
  return (
    <section aria-labelledby="words">
      <h2 id="words">What is said</h2>
      <ol className={classes["words"]}>
        {rows.map((one, place) => (
          <li key={`${one.at} ${one.what}`} data-kind={one.kind} data-late={isLate(one.at, answered)}>
            <button
              type="button"
              onClick={() => seek(one.at)}
              aria-current={position >= one.at && position < one.at + one.seconds ? "time" : undefined}
            >
              <time>{clock(one.at)}</time>
              {isSpoken(one) ? (
                <span>
                  {!goesOn(one, rows[place - 1]) && (
                    <small>{left && one.at >= left.at ? "On leaving" : aboutOf(one)}</small>
                  )}
                  {one.text}
                </span>
              ) : (
                <span>
                  <small>The caller presses {one.what}</small>
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
      {left && (
        <p className={classes["end"]}>
          {clock(left.at)}: {leftInWords(left)}
        </p>
      )}
    </section>
  );
}

/** Whether it says more of what was just being said. */
function goesOn(one: Spoken, before: Passage | undefined): boolean {
  return (
    before !== undefined && isSpoken(before) && before.what === one.what && one.at - before.at - before.seconds < 1
  );
}

const isLate = (at: number, answered: number | undefined) => (answered !== undefined && at > answered) || undefined;

function leftInWords({ to, queue }: NonNullable<Wait["left"]>): string {
  if (queue !== undefined) return `the caller goes on to the line for ${queue}.`;
  switch (to) {
    case "notice":
      return "nobody can take the call, and the caller is told so.";
    case "voicemail":
    case "message":
      return "the caller leaves a message.";
    case "menu":
      return "the caller is in a menu again.";
    case "out":
      return "the caller is connected to an outside number.";
    default:
      return "the caller goes out of the line.";
  }
}
