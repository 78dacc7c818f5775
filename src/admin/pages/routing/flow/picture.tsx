import "@xyflow/react/dist/base.css";
import { useElementSize } from "@mantine/hooks";
import { Controls, MarkerType, ReactFlow, ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { useMemo, useRef, type FocusEvent, type KeyboardEvent } from "react";
import classes from "./flow.module.css";
import type { Graph } from "./graph.ts";
import { laidOut, neighbour, nodeSize, type LaidOut, type PlacedEdge } from "./layout.ts";
import { PlaceBox, type PlaceNode } from "./node.tsx";
import { WayLine, type WayEdge } from "./way-line.tsx";

const nodeTypes = { place: PlaceBox };
const edgeTypes = { way: WayLine };
/** Smaller than this nobody can read it: rather is a part of it out of sight. */
const leastZoom = 0.8;
/** Pixels. */
const edge = 20;
const mostHeight = 860;

/** The flow as a picture. Tab and the arrow keys go from place to place, Enter opens the form. */
export function Picture({ graph }: { readonly graph: Graph }) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const picture = useMemo(
    () => (width === 0 ? undefined : laidOut(graph, { width: width - 2 * edge, height: mostHeight - 2 * edge })),
    [graph, width],
  );
  return (
    <div ref={ref} className={classes["frame"]}>
      {picture && (
        <ReactFlowProvider key={`${picture.goes} ${width}`}>
          <Drawn picture={picture} width={width} />
        </ReactFlowProvider>
      )}
    </div>
  );
}

/** How large it is shown at first, and from where on: whole where that can be read, else from its beginning. */
function viewOf(picture: LaidOut, width: number) {
  const fits = Math.min(1, (width - 2 * edge) / picture.width, (mostHeight - 2 * edge) / picture.height);
  const zoom = Math.max(leastZoom, fits);
  const height = Math.min(mostHeight, Math.max(320, picture.height * zoom + 2 * edge));
  return { height, viewport: { zoom, x: Math.max(edge, (width - picture.width * zoom) / 2), y: edge } };
}

type DrawnProps = { readonly picture: LaidOut; readonly width: number };

function Drawn({ picture, width }: DrawnProps) {
  const frame = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  const { height, viewport } = viewOf(picture, width);
  const { goes } = picture;
  const nodes = useMemo(
    () =>
      picture.nodes.map(({ node, x, y }): PlaceNode => {
        return { id: node.id, type: "place", position: { x, y }, data: { place: node, goes }, ...nodeSize };
      }),
    [picture, goes],
  );
  const edges = useMemo(() => picture.edges.map((edge) => drawn(edge, picture.goes)), [picture]);
  const pressed = (event: KeyboardEvent) => {
    const id = nodeOf(event.target);
    const next = id === undefined ? undefined : neighbour(picture, id, event.key);
    if (!next) return;
    event.preventDefault();
    frame.current
      ?.querySelector<HTMLElement>(`[data-node="${CSS.escape(next.node.id)}"]`)
      ?.focus({ preventScroll: true });
  };
  const focused = (event: FocusEvent) => {
    const id = nodeOf(event.target);
    if (id === undefined || !frame.current || isInSight(event.target, frame.current)) return;
    const zoom = flow.getZoom();
    void flow.fitView({ nodes: [{ id }], minZoom: zoom, maxZoom: zoom });
  };
  return (
    <div ref={frame} className={classes["picture"]} style={{ height }} onKeyDown={pressed} onFocus={focused}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        aria-label="Where calls go"
        defaultViewport={viewport}
        minZoom={0.3}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        proOptions={{ hideAttribution: true }}
      >
        <Controls showInteractive={false} position="bottom-right" />
      </ReactFlow>
    </div>
  );
}

function drawn(edge: PlacedEdge, goes: LaidOut["goes"]): WayEdge {
  const { from, to } = edge;
  return {
    id: `${from} → ${to}`,
    source: from,
    target: to,
    type: "way",
    data: { edge, goes },
    markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
  };
}

const nodeOf = (target: EventTarget) => (target instanceof HTMLElement ? target.dataset["node"] : undefined);

function isInSight(element: Element, frame: Element): boolean {
  const [inner, outer] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}
