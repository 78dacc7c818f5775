import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useDraft } from "../draft.ts";
import { wayToPath } from "../sections.ts";
import classes from "./flow.module.css";
import { waysOf, type FlowNode, type Graph } from "./graph.ts";
import { labelOf } from "./layout.ts";
import { faultsOf, kinds } from "./node.tsx";

const groups = [
  { kind: "line", title: "Lines" },
  { kind: "reception", title: "Reception" },
  { kind: "menu", title: "Menus" },
  { kind: "queue", title: "Queues" },
  { kind: "missing", title: "Not there" },
] as const;

/** The flow in words: every place, and where it leads. */
export function FlowList({ graph }: { readonly graph: Graph }) {
  return groups.map(({ kind, title }) => {
    const nodes = graph.nodes.filter((node) => node.kind === kind);
    if (nodes.length === 0) return null;
    return (
      <section key={kind} className={classes["group"]} aria-label={title}>
        <h3>{title}</h3>
        <ul>
          {nodes.map((node) => (
            <Place key={node.id} node={node} graph={graph} />
          ))}
        </ul>
      </section>
    );
  });
}

function Place({ node, graph }: { readonly node: FlowNode; readonly graph: Graph }) {
  const draft = useDraft();
  const faults = faultsOf(draft, node);
  const { out, into } = waysOf(graph, node.id);
  const isLost = into.length === 0 && (node.kind === "menu" || node.kind === "queue");
  return (
    <li>
      <div>
        <Link {...wayToPath(node.at)}>{node.name}</Link> <span>{node.about}</span>
        {faults > 0 && <em>{faults === 1 ? "1 fault" : `${faults} faults`}</em>}
      </div>
      {isLost && <Text c="dimmed">Nothing leads here.</Text>}
      {out.length > 0 && (
        <ul>
          {out.map(({ node: next, when }) => (
            <li key={next.id}>
              {when.length > 0 && <b>{labelOf(when)}</b>} <span aria-hidden="true">→</span>{" "}
              <Link {...wayToPath(next.at)}>
                {kinds[next.kind]} {next.name}
              </Link>{" "}
              {next.kind === "end" && <span>{next.about}</span>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
