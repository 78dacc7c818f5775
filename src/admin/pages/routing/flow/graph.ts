import { allExits, own, type Exit } from "../../../../routing/check/exits.ts";
import { LooseRouting } from "../../../../routing/check/loose.ts";
import { isFields } from "../../../../routing/edits.ts";
import { inUnits } from "../fields/in-units.ts";
import type { Path } from "../path.ts";

/** A place that calls come through. `at` is where the routing says it; of what is not there, where it is named. */
export type FlowNode = {
  readonly id: string;
  readonly kind: "line" | "reception" | "menu" | "queue" | "end" | "missing";
  readonly name: string;
  readonly about: string;
  readonly at: Path;
};
/** A way from one place to another, and when it is taken: by which keys, or in which case. */
export type FlowEdge = { readonly from: string; readonly to: string; readonly when: readonly string[] };
export type Graph = { readonly nodes: readonly FlowNode[]; readonly edges: readonly FlowEdge[] };

/** The picture of a routing: what is there, and what leads where. What is only half written is there as far as it can be read. */
export function graphOf(source: unknown): Graph {
  if (!isFields(source)) return { nodes: [], edges: [] };
  const routing = LooseRouting.parse(source);
  const there = [...entriesOf(routing), ...menusOf(routing), ...queuesOf(routing)];
  const nodes = new Map(there.map((node) => [node.id, node]));
  const edges = new Map<string, FlowEdge>();
  for (const exit of allExits(routing)) {
    const target = targetOf(routing, exit);
    const from = sourceOf(exit.path);
    // What is not there, and where a call ends, is drawn where it is first named.
    if (!nodes.has(target.id)) nodes.set(target.id, target);
    connect(edges, { from, to: target.id, when: whenOf(routing, exit) });
    if (exit.to.to !== "message" || exit.to.next === undefined) continue;
    const next = placeNamed(routing, "menu", exit.to.next, [...at(exit.path), "next"]);
    if (!nodes.has(next.id)) nodes.set(next.id, next);
    connect(edges, { from: target.id, to: next.id, when: [] });
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

/** Several ways from one place to another are one, which says them all. */
function connect(edges: Map<string, FlowEdge>, { from, to, when }: FlowEdge): void {
  const key = `${from} → ${to}`;
  const before = edges.get(key)?.when ?? [];
  edges.set(key, { from, to, when: [...new Set([...before, ...when])] });
}

function entriesOf({ lines, business }: LooseRouting): readonly FlowNode[] {
  const ofLines = lines.map((line, place): FlowNode => {
    const { number = "No number yet", name = `Line ${place + 1}` } = line;
    return { id: `line ${place}`, kind: "line", name, about: number, at: ["lines", place] };
  });
  if (business.reception.to === undefined) return ofLines;
  const at = ["business", "reception"];
  return [...ofLines, { id: "reception", kind: "reception", name: "Key 0", about: "And silence, from every menu", at }];
}

function menusOf({ menus }: LooseRouting): readonly FlowNode[] {
  return Object.entries(menus).map(([id, { options }]) => {
    const keys = options.map(({ key = "?" }) => key).join(", ");
    const about = keys === "" ? "No options yet" : `Keys ${keys}`;
    return { id: `menu ${id}`, kind: "menu", name: id, about, at: ["menus", id] };
  });
}

function queuesOf({ queues }: LooseRouting): readonly FlowNode[] {
  return Object.entries(queues).map(([id, { kind, hours }]) => {
    const sort = kind === "sales" ? "Sales" : kind === "support" ? "Support" : "No kind yet";
    const about = `${sort}, ${hours === undefined ? "always open" : hours}`;
    return { id: `queue ${id}`, kind: "queue", name: id, about, at: ["queues", id] };
  });
}

const at = (path: Exit["path"]): Path => path.map((step) => (typeof step === "number" ? step : String(step)));

function sourceOf(path: Exit["path"]): string {
  const [home, id] = path;
  if (home === "lines") return `line ${String(id)}`;
  if (home === "business") return "reception";
  return `${home === "menus" ? "menu" : "queue"} ${String(id)}`;
}

function targetOf(routing: LooseRouting, { path, to }: Exit): FlowNode {
  const here = at(path);
  const end = (name: string, about: string): FlowNode => ({
    id: `end ${name} ${about}`,
    kind: "end",
    name,
    about,
    at: here,
  });
  switch (to.to) {
    case "queue":
    case "callback":
      return placeNamed(routing, "queue", to.queue, [...here, "queue"]);
    case "menu":
      return placeNamed(routing, "menu", to.menu, [...here, "menu"]);
    case "message":
      return end("Message", `${to.prompt ?? "Says nothing yet"}${to.next === undefined ? "" : `, then ${to.next}`}`);
    case "voicemail":
      return end("Voicemail", to.prompt ?? "");
    case "number":
      return end("Phone number", to.number ?? "None yet");
    case "text":
      return end("Text message", to.body ?? "Says nothing yet");
    default:
      return end("Nowhere", "");
  }
}

function placeNamed(routing: LooseRouting, kind: "queue" | "menu", name: string | undefined, path: Path): FlowNode {
  const home: Readonly<Record<string, unknown>> = kind === "queue" ? routing.queues : routing.menus;
  const about = `There is no such ${kind}`;
  const is = name !== undefined && own(home, name) !== undefined ? kind : "missing";
  return {
    id: is === "missing" ? `missing ${kind} ${name}` : `${kind} ${name}`,
    kind: is,
    name: name ?? "?",
    about,
    at: path,
  };
}

/** In a few words, when a way is taken. */
function whenOf(routing: LooseRouting, { path, to }: Exit): readonly string[] {
  const [home, id = "", field, which] = path;
  if (home === "menus" && field === "fallback") return ["no answer"];
  if (home === "menus") {
    const key = own(routing.menus, String(id))?.options[Number(which)]?.key ?? "?";
    return [to.to === "callback" ? `${key} to be called back` : key];
  }
  if (home !== "queues") return [];
  const seconds = which === "after" ? own(routing.queues, String(id))?.overflow.after.seconds : undefined;
  return [
    which === "after" && seconds !== undefined
      ? `after ${inUnits(seconds) || `${seconds} s`}`
      : (overflows[String(which)] ?? ""),
  ];
}

const overflows: Readonly<Record<string, string>> = {
  after: "after a wait",
  whenFull: "full",
  whenNobody: "nobody in",
  whenClosed: "closed",
};

/** Every way out of a place, and every way in, for whom reads it as a list. */
export function waysOf({ edges, nodes }: Graph, id: string) {
  const named = (other: string) => nodes.find((node) => node.id === other);
  const way = (edge: FlowEdge, other: string) => {
    const node = named(other);
    return node ? [{ node, when: edge.when }] : [];
  };
  return {
    out: edges.filter(({ from }) => from === id).flatMap((edge) => way(edge, edge.to)),
    into: edges.filter(({ to }) => to === id).flatMap((edge) => way(edge, edge.from)),
  };
}
