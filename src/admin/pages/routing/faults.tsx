import { Text } from "@mantine/core";
import type { DeskState } from "./draft-desk.ts";
import classes from "./edit.module.css";
import { lineOf, placeOf, readPath, type Stretch } from "./place.ts";

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

type FaultsProps = { readonly faults: readonly Placed[]; readonly goTo: (place: Stretch) => void };

/** What is amiss, each leading to its place in the text. */
export function Faults({ faults, goTo }: FaultsProps) {
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
              <button type="button" onClick={() => goTo({ from: fault.from, to: fault.to })}>
                {fault.path !== "" && <code>{fault.path}</code>}
                {fault.message} <small>line {fault.line}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
