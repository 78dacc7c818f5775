import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { written } from "../../../routing/check/fault.ts";
import classes from "./changes.module.css";
import type { Path } from "./path.ts";
import type { Way } from "./sections.ts";
import type { Change } from "./wire.ts";

type ChangesProps = {
  readonly changes: readonly Change[];
  /** The way to the place of a change, where that can be gone to. */
  readonly way?: ((path: Path) => Way) | undefined;
};

/** Changes by their paths: what stood there, and what stands there. */
export function Changes({ changes, way }: ChangesProps) {
  return (
    <ul className={classes["changes"]}>
      {changes.map(({ path, before, after }) => {
        const name = written(path) || "the whole";
        return (
          <li key={name}>
            {way ? <Link {...way(path)}>{name}</Link> : <code>{name}</code>}
            <Value label="before" value={before} />
            <Value label="after" value={after} />
          </li>
        );
      })}
    </ul>
  );
}

function Value({ label, value }: { readonly label: "before" | "after"; readonly value: unknown }) {
  const none = value === undefined;
  return (
    <div className={classes["value"]} data-when={label}>
      <Text component="span" className={classes["label"]}>
        {label === "before" ? "Before" : "After"}
      </Text>
      {none ? <i>nothing</i> : <span>{typeof value === "string" ? value : JSON.stringify(value, undefined, 1)}</span>}
    </div>
  );
}
