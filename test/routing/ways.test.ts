import { expect, test } from "vitest";
import { waysIn } from "../../src/routing/ways.ts";
import { modelRouting } from "./model.ts";

test("every way into a queue is found once, with what the choices on it decide", () => {
  expect(waysIn(modelRouting())).toEqual([
    { line: "+12125550100", keys: ["1"], queue: "sales", segment: "new-kettle" },
    { line: "+12125550100", keys: ["2", "1"], queue: "support" },
    { line: "+12125550100", keys: ["2", "2"], queue: "support" },
    { line: "+12125550100", keys: ["2", "3"], queue: "support" },
    { line: "+12125550100", keys: ["0"], queue: "reception" },
    { line: "+12125550101", keys: ["1"], queue: "support" },
    { line: "+12125550101", keys: ["2"], queue: "support" },
    { line: "+12125550101", keys: ["3"], queue: "support" },
    { line: "+12125550101", keys: ["0"], queue: "reception" },
  ]);
});

test("a line that opens with a queue is a way without keys, and menus that lead into each other end", () => {
  const routing = modelRouting({
    "lines[1].opensWith": { to: "queue", queue: "support" },
    "menus.support.options[3].to": { to: "menu", menu: "main" },
  });
  expect(waysIn(routing).filter(({ line }) => line === "+12125550101")).toEqual([
    { line: "+12125550101", keys: [], queue: "support" },
  ]);
});
