import { Link } from "@tanstack/react-router";
import { Handle, Position, type Node, type NodeProps } from "@xyflow/react";
import { useDraft, type Draft } from "../draft.ts";
import { wayToPath } from "../sections.ts";
import classes from "./flow.module.css";
import type { FlowNode } from "./graph.ts";

/** What a node is called before its name. */
export const kinds: Readonly<Record<FlowNode["kind"], string>> = {
  line: "Line",
  reception: "",
  menu: "Menu",
  queue: "Queue",
  end: "",
  missing: "",
};

/** A node of the picture. */
export type PlaceNode = Node<{ readonly place: FlowNode; readonly goes: "right" | "down" }, "place">;

/** How many faults stand in the form that a node leads to; of what is not there, where it is named. */
export function faultsOf(draft: Draft, { kind, at }: FlowNode): number {
  return kind === "end" ? 0 : draft.faultsWithin(at).length;
}

/** A place of the flow as it is drawn: a link to its form. */
export function PlaceBox({ data: { place, goes } }: NodeProps<PlaceNode>) {
  const draft = useDraft();
  const faults = faultsOf(draft, place);
  return (
    <>
      <Handle type="target" position={goes === "right" ? Position.Left : Position.Top} isConnectable={false} />
      <Link
        {...wayToPath(place.at)}
        className={classes["place"] ?? ""}
        data-kind={place.kind}
        data-faulty={faults > 0 || undefined}
        data-node={place.id}
        draggable={false}
      >
        <small>
          {kinds[place.kind]}
          {faults > 0 && <em>{faults === 1 ? "1 fault" : `${faults} faults`}</em>}
        </small>
        <b>{place.name}</b>
        <span>{place.about}</span>
      </Link>
      <Handle type="source" position={goes === "right" ? Position.Right : Position.Bottom} isConnectable={false} />
    </>
  );
}
