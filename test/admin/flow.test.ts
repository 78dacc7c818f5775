import * as fc from "fast-check";
import { expect, test } from "vitest";
import { graphOf, waysOf, type Graph } from "../../src/admin/pages/routing/flow/graph.ts";
import { labelOf, laidOut, neighbour, nodeSize } from "../../src/admin/pages/routing/flow/layout.ts";
import { model } from "../routing/model.ts";

const graph = graphOf(model());
const frame = { width: 800, height: 800 };

const said = (of: Graph, id: string) =>
  waysOf(of, id).out.map(({ when, node }) => `${labelOf(when)} → ${node.id}`.trim());

test("the picture has every line, menu and queue, and where each leads", () => {
  expect(said(graph, "line 0")).toEqual(["→ menu main"]);
  expect(said(graph, "menu main")).toContain("1 → queue sales");
  expect(said(graph, "menu support")).toEqual(["1–3, 4 to be called back → queue support"]);
  expect(said(graph, "queue sales")).toEqual(["after 15 min → queue reception", "full → end Voicemail"]);
  expect(said(graph, "reception")).toEqual(["→ queue reception"]);
});

test("what is named and is not there is drawn as missing, and leads to where it is named", () => {
  const broken = graphOf(model({ "menus.main.options[0].to.queue": "sale" }));
  const missing = broken.nodes.find(({ kind }) => kind === "missing");
  expect(missing).toMatchObject({ name: "sale", at: ["menus", "main", "options", 0, "to", "queue"] });
});

test.each<[readonly string[], string]>([
  [["1"], "1"],
  [["1", "2"], "1, 2"],
  [["3", "1", "2"], "1–3"],
  [["1", "2", "3", "7", "no answer"], "1–3, 7, no answer"],
])("keys %j stand on a way as %s", (when, words) => {
  expect(labelOf(when)).toBe(words);
});

/** A routing with many queues, each of which overflows into another, and menus that lead to some of them. */
const large = fc
  .record({ queues: fc.integer({ min: 1, max: 25 }), menus: fc.integer({ min: 1, max: 8 }), seed: fc.nat(50) })
  .map(({ queues, menus, seed }) => {
    const queue = (at: number) => ({
      kind: "support",
      overflow: { after: { seconds: 60, to: { to: "queue", queue: `q${(at * 7 + seed) % queues}` } } },
    });
    const menu = (at: number) => ({
      options: [1, 2, 3].map((key) => ({
        key: String(key),
        to: { to: "queue", queue: `q${(at * 3 + key + seed) % queues}` },
      })),
    });
    const named = (count: number, letter: string, make: (at: number) => object) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`${letter}${at}`, make(at)]));
    return { lines: [], menus: named(menus, "m", menu), queues: named(queues, "q", queue) };
  });

test("no two places are drawn over each other, however many there are", () => {
  fc.assert(
    fc.property(large, (source) => {
      const { nodes } = laidOut(graphOf(source), frame);
      const over = nodes.filter(({ x, y }, at) =>
        nodes
          .slice(at + 1)
          .some((other) => Math.abs(other.x - x) < nodeSize.width && Math.abs(other.y - y) < nodeSize.height),
      );
      expect(over).toEqual([]);
    }),
    { seed: 3, numRuns: 30 },
  );
});

test("an arrow key leads to the nearest place in its direction, and nowhere where there is none", () => {
  const picture = laidOut(graph, frame);
  const [first] = picture.nodes;
  const ahead = picture.goes === "down" ? "ArrowDown" : "ArrowRight";
  const back = picture.goes === "down" ? "ArrowUp" : "ArrowLeft";
  expect(first && neighbour(picture, first.node.id, back)).toBeUndefined();
  expect(first && neighbour(picture, first.node.id, ahead)?.node.id).toBe("menu main");
});
