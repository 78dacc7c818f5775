import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { writePath, type Path } from "../path.ts";
import type { Way } from "../sections.ts";
import classes from "./changes.module.css";
import { tell, type Line, type Told } from "./tell.ts";
import type { Piece } from "./words.ts";

type ChangesProps = {
  readonly before: unknown;
  readonly after: unknown;
  /** The way to the place of a change, where that can be gone to. */
  readonly way?: ((path: Path) => Way) | undefined;
};

/** What differs between two routings, in words: what came, went, moved, and what changed within. */
export function Changes({ before, after, way }: ChangesProps) {
  const told = useMemo(() => tell(before, after), [before, after]);
  return <ToldChanges told={told} way={way} />;
}

type ToldProps = { readonly told: readonly Told[]; readonly way?: ChangesProps["way"] };

/** The same, where it is told already. */
export function ToldChanges({ told, way }: ToldProps) {
  return (
    <ul className={classes["changes"]}>
      {told.map(({ path, name, lines }) => (
        <li key={writePath(path)}>
          {way ? <Link {...way(path)}>{name}</Link> : <b>{name}</b>}
          <ul>
            {lines.map((line) => (
              <li key={`${line.is} ${line.what} ${line.to ?? ""}`} data-is={line.is}>
                <InWords line={line} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

const marks: Readonly<Record<Line["is"], string>> = { added: "Added", removed: "Removed", moved: "Moved", changed: "" };

function InWords({ line: { is, what, from, to, words } }: { readonly line: Line }) {
  const label = what === "" ? "" : what.slice(0, 1).toUpperCase() + what.slice(1);
  return (
    <>
      {marks[is] !== "" && <span className={classes["mark"]}>{marks[is]}</span>}
      {label !== "" && <span className={classes["what"]}>{label}</span>}
      {words ? (
        <Words pieces={words} />
      ) : (
        <>
          {from !== undefined && <del>{from}</del>}
          {from !== undefined && to !== undefined && <span aria-hidden="true"> → </span>}
          {to !== undefined && (is === "moved" ? <span>{to}</span> : <ins>{to}</ins>)}
        </>
      )}
    </>
  );
}

function Words({ pieces }: { readonly pieces: readonly Piece[] }) {
  let at = 0;
  return (
    <span className={classes["words"]}>
      {pieces.map(({ is, text }) => {
        const key = (at += text.length + 1);
        if (is === "same") return <span key={key}>{text}</span>;
        return is === "added" ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>;
      })}
    </span>
  );
}
