import { expect, test } from "vitest";
import { createLog, lastFour } from "../src/log.ts";

test.each([
  ["+12125550123", "…0123"],
  ["whatsapp:+12125550123", "whatsapp:…0123"],
  ["client:ana", "client:…"],
  ["sip:ana@example.com", "sip:…"],
  ["anonymous", "…"],
  ["911", "…"],
  ["", ""],
])("of the address %j a log holds %j", (address, cut) => expect(lastFour(address)).toBe(cut));

test("a log holds no whole number, no words and no secret, wherever they stand", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const call = { from: "+12125550123", words: "my card is 4242", legs: [{ to: "+12125550124", keys: "4242" }] };
  log.child({ call: "CA1", from: "+12125550125" }).info({ call, headers: { authorization: "4242" } }, "menu → queue");
  log.error({ err: new Error("boom"), body: "4242" }, "failed");
  const [first, second] = lines.map((line): unknown => JSON.parse(line));
  expect(lines.join("")).not.toMatch(/21255501|4242/);
  expect(first).toMatchObject({ from: "…0125", call: { from: "…0123", legs: [{ to: "…0124" }] }, msg: "menu → queue" });
  expect(second).toMatchObject({ err: { message: "boom", stack: expect.any(String) } });
});

test("a log says nothing below its level", () => {
  const lines: string[] = [];
  createLog("warn", { write: (line) => void lines.push(line) }).info("quiet");
  expect(lines).toEqual([]);
});
