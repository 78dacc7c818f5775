import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindOfAddress, tidyAddress } from "../../../src/admin/pages/routing/reps/address.ts";
import { listOf } from "../../../src/admin/pages/routing/reps/listed.ts";
import { readPasted, withPasted, type Known } from "../../../src/admin/pages/routing/reps/pasted.ts";
import { readTable } from "../../../src/admin/pages/routing/reps/table.ts";

const ana = { name: "Ana", address: "+12125550201", skills: ["sales"], languages: ["en", "es"] };
const known: Known = {
  reps: { ana, ben: { name: "Ben", address: "+12125550202", skills: ["support"], languages: ["en"] } },
  languages: ["en", "es"],
  hours: ["every-day"],
  language: "en",
  ownNumber: "+12125550100",
};
const only = (text: string) => readPasted(text, known)[0];

describe("a pasted list of reps", () => {
  test("adds, changes and leaves as it is, whatever its columns are called and in whatever order", () => {
    const text = `Phone;Name;Skills;Langs
(212) 555-0206;Fay;sales support;en,es
+12125550201;Ana;sales, repairs;en es
+1 212 555 0202;Ben;support;en`;
    expect(readPasted(text, known).map(({ line, id, becomes, fields }) => [line, id, becomes, fields])).toEqual([
      [2, "fay", "added", ["name", "address", "skills", "languages"]],
      [3, "ana", "changed", ["skills"]],
      [4, "ben", "same", []],
    ]);
  });

  test("may come from a sheet without heads", () => {
    expect(only("Fay\t+12125550206\tsales\tes\tyes\tfay@example.com")).toMatchObject({
      id: "fay",
      becomes: "added",
      rep: {
        name: "Fay",
        address: "+12125550206",
        skills: ["sales"],
        languages: ["es"],
        lead: true,
        email: "fay@example.com",
      },
    });
  });

  test("knows a rep by the phone when the name has changed, and by the name when the phone has", () => {
    const lines = readPasted("Ana Ruiz,+12125550201,sales\nBen,+12125550209,support", known);
    expect(lines.map(({ id, becomes, fields }) => [id, becomes, fields])).toEqual([
      ["ana", "changed", ["name"]],
      ["ben", "changed", ["address"]],
    ]);
  });

  test("an empty cell leaves what there is", () => {
    const lines = readPasted("name,phone,skills,languages\nAna,,,en", known);
    expect(withPasted(known.reps, lines)["ana"]).toEqual({ ...ana, languages: ["en"] });
  });

  test.each<[string, string, RegExp]>([
    ["no name", ",+12125550209,sales", /there is no name/],
    ["no phone", "Fay,,sales", /there is no phone/],
    ["a phone that is none", "Fay,12345,sales", /“12345” is no number such as/],
    ["a phone of somebody else", "id,name,phone,skills\nfay,Fay,+12125550201,sales", /already rings Ana/],
    ["no skill", "Fay,+12125550209", /there is no skill/],
    [
      "a language that nobody is spoken to in",
      "Fay,+12125550209,sales,fr",
      /“fr” is no language of the business: en, es/,
    ],
    ["hours that do not exist", "name,phone,skills,hours\nFay,+12125550209,sales,nights", /no hours “nights”/],
    ["a mail address that is none", "Fay,+12125550209,sales,en,,fay", /no mail address/],
    ["an id that is none", "id,name,phone,skills\nFay!,Fay,+12125550209,sales", /no id/],
  ])("tells of %s, and leaves that line out", (_what, text, sentence) => {
    const lines = readPasted(text, known);
    expect(lines[0]?.faults.join()).toMatch(sentence);
    expect(withPasted(known.reps, lines)).toEqual(known.reps);
  });

  test("tells of the same phone twice in the list, and of the same rep twice", () => {
    const lines = readPasted("Fay,+12125550206,sales\nGus,+12125550206,sales\nAna,,sales\nAna,,support", known);
    expect(lines.map(({ faults }) => faults)).toEqual([
      [],
      ["+12125550206 already rings Fay"],
      [],
      ["line 3 is about the same rep"],
    ]);
  });

  test("two new reps of one name get two ids", () => {
    const lines = readPasted("id,name,phone,skills\n,Fay,+12125550206,sales\n,Fay,+12125550207,sales", known);
    expect(lines.map(({ id }) => id)).toEqual(["fay", "fay-2"]);
  });

  test("a list that was saved changes nobody when it is pasted again", () => {
    const name = fc.string({ unit: fc.constantFrom(..."Ana \"=,;+-@'é".split("")), minLength: 1, maxLength: 12 });
    const rep = fc.record({
      // No name begins with a space or with an apostrophe that is its own.
      name: name.map((text) => `${text.replace(/^['\s]+/, "")}x`),
      skills: fc.uniqueArray(fc.constantFrom("sales", "support", "repairs"), { minLength: 1 }),
      languages: fc.uniqueArray(fc.constantFrom("en", "es"), { minLength: 1 }),
      lead: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(rep, { minLength: 1, maxLength: 6 }), (reps) => {
        const all = Object.fromEntries(
          reps.map((one, at) => [`rep-${at}`, { ...one, address: `+1212555020${at}`, hours: "every-day" }]),
        );
        const again = readPasted(listOf(all), { ...known, reps: all });
        expect(again.map(({ becomes }) => becomes)).toEqual(reps.map(() => "same"));
      }),
    );
  });

  test("whatever is pasted, nobody who is there is ever lost", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'Ana,;\t\n"Ben+12125550201sales en'.split("")) }), (text) => {
        const after = withPasted(known.reps, readPasted(text, known));
        expect(Object.keys(after)).toEqual(expect.arrayContaining(["ana", "ben"]));
      }),
    );
  });
});

test.each<[string, string, readonly (readonly [number, readonly string[]])[]]>([
  [
    "quotes hold separators, lines and quotes",
    '"a, b","c ""d""\ne"\nf',
    [
      [1, ["a, b", 'c "d"\ne']],
      [3, ["f"]],
    ],
  ],
  [
    "empty lines are left out",
    "a\r\n\r\n,,\r\nb\r\n",
    [
      [1, ["a"]],
      [4, ["b"]],
    ],
  ],
  ["tabs go before commas", "a,b\tc", [[1, ["a,b", "c"]]]],
  ["nothing is no row", "", []],
])("%s", (_what, text, rows) => {
  expect(readTable(text).map(({ line, cells }) => [line, cells])).toEqual(rows);
});

test.each([
  ["+1 (212) 555-0123", "+12125550123"],
  ["00 34 600 123 456", "+34600123456"],
  ["212.555.0123", "+12125550123"],
  ["1 212 555 0123", "+12125550123"],
  ["12345", "12345"],
  [" SIP: ana@example.com ", "sip:ana@example.com"],
  ["client:Ana", "client:Ana"],
])("%s is rung as %s", (typed, address) => {
  expect(tidyAddress(typed, "+12125550100")).toBe(address);
});

test.each([
  ["+12125550123", "phone"],
  ["sips:ana@example.com", "SIP address"],
  ["client:ana", "client"],
  ["ana", undefined],
])("%s is a %s", (address, kind) => {
  expect(kindOfAddress(address)).toBe(kind);
});
