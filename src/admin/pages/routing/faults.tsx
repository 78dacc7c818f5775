import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { DeskState } from "./draft-desk.ts";
import classes from "./frame.module.css";
import { readPath, type Path } from "./path.ts";
import { lineOf, placeOf, type Stretch } from "./place.ts";
import type { Way } from "./sections.ts";
import type { Fault } from "./wire.ts";

/** Something that is amiss, and where it stands in the text. */
export type Placed = Stretch & { readonly path: string; readonly message: string; readonly line: number };

/** All that is amiss in what is typed. Of a text that is no JSON nothing more can be said. */
export function faultsIn({ text, broken, there }: DeskState): readonly Placed[] {
  if (broken)
    return [
      {
        ...broken,
        path: "",
        line: lineOf(text, broken.from),
        message: "From here on it is no JSON. See that no comma, quote or bracket is missing or too many.",
      },
    ];
  return (there.draft?.draft.faults ?? []).map(({ path, sentence }) => {
    const place = placeOf(text, readPath(path));
    return { ...place, path, message: sentence, line: lineOf(text, place.from) };
  });
}

type FaultsProps = {
  readonly faults: readonly Placed[];
  readonly way: (path: Path) => Way;
  /** They are looked for by their lines. */
  readonly isText: boolean;
};

/** What is amiss, each leading to its field, or to its place in the text. */
export function Faults({ faults, way, isText }: FaultsProps) {
  return (
    <section aria-labelledby="faults">
      <h2 id="faults">
        {faults.length === 0 ? "No faults" : faults.length === 1 ? "1 fault" : `${faults.length} faults`}
      </h2>
      {faults.length === 0 ? (
        <Text c="dimmed">It holds: it can be published.</Text>
      ) : (
        <ul className={classes["faults"]}>
          {faults.map((fault) => (
            <li key={`${fault.path} ${fault.message}`}>
              <Link {...way(readPath(fault.path))}>
                {fault.path !== "" && <code>{fault.path}</code>}
                {fault.message} {isText && <small>line {fault.line}</small>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type HintsProps = { readonly hints: readonly Fault[]; readonly way: (path: Path) => Way };

/** What its texts could say better, each leading to where that is mended. It can be published all the same. */
export function Hints({ hints, way }: HintsProps) {
  if (hints.length === 0) return null;
  return (
    <section aria-labelledby="hints">
      <h2 id="hints">{hints.length === 1 ? "1 hint" : `${hints.length} hints`}</h2>
      <ul className={classes["faults"]} data-are="hints">
        {hints.map(({ path, sentence }) => (
          <li key={`${path} ${sentence}`}>
            <Link {...way(readPath(path))}>
              <code>{path}</code>
              {sentence}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
