import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { usesOf, type NameKind } from "../../../routing/uses.ts";
import { useDraft } from "./draft.ts";
import { inWords } from "./in-words.ts";
import { FieldGroup } from "./form.tsx";
import classes from "./form.module.css";
import { writePath } from "./path.ts";
import { wayToPath } from "./sections.ts";

/** Where something is meant by its name: the ways by which calls come to it. */
export function UsedIn({ kind, id }: { readonly kind: NameKind; readonly id: string }) {
  const draft = useDraft();
  const uses = usesOf(draft.source, kind, id);
  return (
    <FieldGroup title="Used in">
      {uses.length === 0 ? (
        <Text c="dimmed">Nothing leads here yet.</Text>
      ) : (
        <ul className={classes["uses"]}>
          {uses.map((use) => (
            <li key={writePath(use)}>
              <Link {...wayToPath(use)}>{inWords(draft.source, use)}</Link>
            </li>
          ))}
        </ul>
      )}
    </FieldGroup>
  );
}
