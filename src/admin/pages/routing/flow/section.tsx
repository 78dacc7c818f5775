import { SegmentedControl, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { Empty } from "../../../ui/states.tsx";
import { useDraft } from "../draft.ts";
import classes from "../form.module.css";
import { graphOf } from "./graph.ts";
import { FlowList } from "./list.tsx";
import { Picture } from "./picture.tsx";

/** Where calls go, as a picture or as a list; each place leads to its form. Where it is narrow there is the list alone. */
export function Section() {
  const { source } = useDraft();
  const graph = useMemo(() => graphOf(source), [source]);
  const isNarrow = useMediaQuery("(max-width: 62em)", undefined, { getInitialValueInEffect: false });
  const [shown, setShown] = useState<"picture" | "list">("picture");
  return (
    <div className={classes["form"]}>
      <div className={classes["head"]}>
        <Title order={2}>Flow</Title>
        {!isNarrow && (
          <SegmentedControl
            aria-label="Show the flow as"
            value={shown}
            data={[
              { value: "picture", label: "Picture" },
              { value: "list", label: "List" },
            ]}
            onChange={setShown}
          />
        )}
      </div>
      {graph.nodes.length === 0 ? (
        <Empty title="Nothing leads anywhere yet">Add a line, and where it leads; the picture draws itself.</Empty>
      ) : isNarrow || shown === "list" ? (
        <FlowList graph={graph} />
      ) : (
        <Picture graph={graph} />
      )}
    </div>
  );
}
