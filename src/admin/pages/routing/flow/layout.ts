import { Graph as Layered, layout } from "@dagrejs/dagre";
import type { FlowEdge, FlowNode, Graph } from "./graph.ts";

/** Pixels. */
export const nodeSize = { width: 164, height: 58 } as const;
const letterWidth = 6;

/** A node where it is drawn: its upper left corner, in pixels. */
export type Placed = { readonly node: FlowNode; readonly x: number; readonly y: number };
type Point = { readonly x: number; readonly y: number };
/** A way as it is drawn: round what it does not lead to, with its words at a place of their own. */
export type PlacedEdge = FlowEdge & { readonly points: readonly Point[]; readonly label: Point };
/** A graph as it is drawn. Ways that lead back are not: they would run through everything else. */
export type LaidOut = {
  /** In the order in which one reads. */
  readonly nodes: readonly Placed[];
  readonly edges: readonly PlacedEdge[];
  readonly goes: "right" | "down";
  readonly width: number;
  readonly height: number;
};

/** A graph within a frame of that many pixels, from left to right or downwards: as it is the larger in it. */
export function laidOut(graph: Graph, frame: { readonly width: number; readonly height: number }): LaidOut {
  const room = ({ width, height }: LaidOut) => Math.min(1, frame.width / width, frame.height / height);
  const [right, down] = [layOut(graph, "right"), layOut(graph, "down")];
  return room(down) > room(right) ? down : right;
}

function layOut({ nodes, edges }: Graph, goes: "right" | "down"): LaidOut {
  const isRight = goes === "right";
  const layered = new Layered();
  layered.setGraph({
    rankdir: isRight ? "LR" : "TB",
    nodesep: isRight ? 18 : 24,
    ranksep: isRight ? 40 : 44,
    edgesep: 12,
  });
  for (const { id } of nodes) layered.setNode(id, { ...nodeSize });
  for (const { from, to, when } of edges)
    layered.setEdge(from, to, { width: labelOf(when).length * letterWidth, height: 18, labelpos: "c" });
  layout(layered);
  const placed = nodes.map((node): Placed => {
    const { x = 0, y = 0 } = layered.node(node.id) as { readonly x?: number; readonly y?: number };
    return { node, x: x - nodeSize.width / 2, y: y - nodeSize.height / 2 };
  });
  const at = new Map(placed.map(({ node, x, y }) => [node.id, { x, y }]));
  const drawn = (edge: FlowEdge): readonly PlacedEdge[] => {
    const [from, to] = [at.get(edge.from), at.get(edge.to)];
    if (!from || !to || (isRight ? from.x >= to.x : from.y >= to.y)) return [];
    const { points = [], x = 0, y = 0 } = layered.edge(edge.from, edge.to) as Partial<Point & { points: Point[] }>;
    // From the middle of one side to the middle of another; on the way as it was laid out.
    const between = [sideOf(from, isRight, 1), ...points.slice(1, -1), sideOf(to, isRight, 0)];
    return [{ ...edge, points: between, label: { x, y } }];
  };
  return {
    nodes: placed.toSorted((one, other) =>
      isRight ? one.x - other.x || one.y - other.y : one.y - other.y || one.x - other.x,
    ),
    edges: edges.flatMap(drawn),
    goes,
    width: Math.max(0, ...placed.map(({ x }) => x)) + nodeSize.width,
    height: Math.max(0, ...placed.map(({ y }) => y)) + nodeSize.height,
  };
}

/** The middle of a node's side: 0 where ways come in, 1 where they go out. */
function sideOf({ x, y }: Point, isRight: boolean, side: 0 | 1): Point {
  const { width, height } = nodeSize;
  return isRight ? { x: x + width * side, y: y + height / 2 } : { x: x + width / 2, y: y + height * side };
}

/** A path of SVG through points, without corners: through each it goes as the picture goes. */
export function pathThrough(points: readonly Point[], goes: "right" | "down"): string {
  const steps = points.map(({ x, y }, place) => {
    const before = points[place - 1];
    if (!before) return `M ${x} ${y}`;
    const [midX, midY] = [(before.x + x) / 2, (before.y + y) / 2];
    const bends = goes === "right" ? `${midX} ${before.y}, ${midX} ${y}` : `${before.x} ${midY}, ${x} ${midY}`;
    return `C ${bends}, ${x} ${y}`;
  });
  return steps.join(" ");
}

/** When a way is taken, as it stands beside it: keys that follow each other as "1–3". */
export function labelOf(when: readonly string[]): string {
  const keys = when.filter((one) => /^[1-9]$/.test(one)).toSorted();
  const runs = keys.reduce<readonly (readonly string[])[]>((done, key) => {
    const last = done.at(-1) ?? [];
    return Number(last.at(-1)) + 1 === Number(key) ? [...done.slice(0, -1), [...last, key]] : [...done, [key]];
  }, []);
  const said = runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run));
  return [...said, ...when.filter((one) => !keys.includes(one))].join(", ");
}

/** The node that an arrow key leads to from another: the nearest in its direction, if there is any. */
export function neighbour({ nodes }: LaidOut, id: string, key: string): Placed | undefined {
  const here = nodes.find(({ node }) => node.id === id);
  const direction = directions[key];
  if (!here || !direction) return undefined;
  const ahead = nodes.flatMap((other) => {
    const [right, down] = [other.x - here.x, other.y - here.y];
    const along = right * direction.right + down * direction.down;
    const aside = Math.abs(right * direction.down) + Math.abs(down * direction.right);
    return along > 1 ? [{ other, far: along + aside * 2 }] : [];
  });
  return ahead.toSorted((one, two) => one.far - two.far)[0]?.other;
}

const directions: Readonly<Record<string, { readonly right: number; readonly down: number }>> = {
  ArrowRight: { right: 1, down: 0 },
  ArrowLeft: { right: -1, down: 0 },
  ArrowDown: { right: 0, down: 1 },
  ArrowUp: { right: 0, down: -1 },
};
