import { expect, test } from "vitest";
import { whoIs } from "../../src/phone/who.ts";
import { routing } from "./company.ts";

test.each([
  ["nothing is the first caller", [], { address: "+12125550301", name: "caller 1", rep: false }],
  ["caller", ["caller"], { address: "+12125550301", name: "caller 1", rep: false }],
  ["another caller", ["caller", "2"], { address: "+12125550302", name: "caller 2", rep: false }],
  ["the last caller", ["caller", "99"], { address: "+12125550399", name: "caller 99", rep: false }],
  ["any number", ["+15551234567"], { address: "+15551234567", name: "a caller", rep: false }],
  ["a rep", ["rep", "Ana"], { address: "+12125550201", name: "Ana", rep: true }],
  ["a rep in capitals", ["REP", "ANA"], { address: "+12125550201", name: "Ana", rep: true }],
  ["a rep without the accent", ["rep", "chloe"], { address: "sip:chloe@kettle.example", name: "Chloé", rep: true }],
  ["a rep's number", ["+12125550202"], { address: "+12125550202", name: "Ben", rep: true }],
  ["a rep's SIP address", ["sip:chloe@kettle.example"], { name: "Chloé", rep: true }],
  ["a rep's name alone", ["ben"], { address: "+12125550202", name: "Ben", rep: true }],
])("%s", (_, asked, who) => {
  expect(whoIs(asked, routing.reps)).toMatchObject(who);
});

test.each([
  ["an unknown rep", ["rep", "Zoe"], "There is no rep Zoe. The reps are Ana, Ben, Cleo, Dana, Rosa, Chloé."],
  ["a rep without a name", ["rep"], "Which rep? The reps are Ana"],
  ["caller 0", ["caller", "0"], "there are callers 1 to 99"],
  ["caller 100", ["caller", "100"], "there are callers 1 to 99"],
  ["a caller by name", ["caller", "Zoe"], "there are callers 1 to 99"],
  ["nothing of the kind", ["fax"], 'There is no telephone "fax"'],
  ["too many words", ["caller", "2", "3"], 'There is no telephone "caller 2 3"'],
])("%s is refused with what there is", (_, asked, words) => {
  expect(whoIs(asked, routing.reps)).toEqual({ refusal: expect.stringContaining(words) });
});

test("of two reps with one name the id tells which, and where there are none it is said", () => {
  const { ana } = routing.reps;
  if (!ana) throw new Error("the business has an Ana");
  const reps = { "ana-b": { ...ana, address: "+12125550299" }, ana };
  expect(whoIs(["rep", "ana"], reps)).toMatchObject({ address: "+12125550201" });
  expect(whoIs(["rep", "ana-b"], reps)).toMatchObject({ address: "+12125550299" });
  expect(whoIs(["rep", "ana"], {})).toEqual({ refusal: "There is no rep ana. The routing has none." });
});
