import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps } from "@xyflow/react";
import classes from "./flow.module.css";
import { labelOf, pathThrough, type PlacedEdge } from "./layout.ts";

/** A way of the picture. */
export type WayEdge = Edge<{ readonly edge: PlacedEdge; readonly goes: "right" | "down" }, "way">;

/** A way as it is drawn, with when it is taken. */
export function WayLine({ data, markerEnd }: EdgeProps<WayEdge>) {
  if (!data) return null;
  const { points, label, when } = data.edge;
  const words = labelOf(when);
  return (
    <>
      <BaseEdge path={pathThrough(points, data.goes)} {...(markerEnd === undefined ? {} : { markerEnd })} />
      {words !== "" && (
        <EdgeLabelRenderer>
          <div
            className={classes["when"]}
            style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
          >
            {words}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
}
