import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { groupOf, reachOf } from "../../../../routing/prompts/groups.ts";
import { usesOf } from "../../../../routing/uses.ts";
import { useDraft } from "../draft.ts";
import { inWords } from "../in-words.ts";
import { writePath } from "../path.ts";
import { wayToPath } from "../sections.ts";
import classes from "./prompts.module.css";

const reaches = {
  ear: "It is spoken.",
  text: "It is sent as a text message.",
  mail: "It is sent as mail.",
  page: "It is read on a page.",
} as const;

/** What a prompt is for: when one of Holdfast's own comes, and where the routing names it. */
export function Purpose({ id }: { readonly id: string }) {
  const { source } = useDraft();
  const group = groupOf(id);
  const uses = usesOf(source, "prompts", id);
  const reach = reachOf(id);
  return (
    <div className={classes["purpose"]}>
      {group && (
        <Text>
          {group.title}. {reach === group.reaches ? group.about : ""}{" "}
          {reach && reach !== group.reaches && reaches[reach]}
        </Text>
      )}
      {uses.length > 0 ? (
        <Text c="dimmed">
          Said in:{" "}
          {uses.map((use, place) => (
            <span key={writePath(use)}>
              {place > 0 && "; "}
              <Link {...wayToPath(use)}>{inWords(source, use)}</Link>
            </span>
          ))}
        </Text>
      ) : (
        !group && <Text c="dimmed">Nothing says it yet: name it in a menu, a queue or an announcement.</Text>
      )}
    </div>
  );
}
