import { expect, test } from "vitest";
import { newGate } from "../../src/work/gate.ts";
import { countWrongCodes, wrongCodeHeldFor } from "../../src/work/wrong-codes.ts";

const codesAt = (now: () => number) => countWrongCodes(newGate("receipt", { heldFor: wrongCodeHeldFor, now }));

const hour = 3_600_000;

test("wrong codes are held against a number, and against all, for an hour", async () => {
  let now = 0;
  const codes = codesAt(() => now);
  await codes.note("+12125550101");
  now = 60_000;
  await codes.note("+12125550101");
  await codes.note("+12125550102");
  expect(codes.of("+12125550101")).toEqual({ ofNumber: 2, ofAll: 3 });
  now = hour - 1;
  expect(codes.of("+12125550101")).toEqual({ ofNumber: 2, ofAll: 3 });
  now = hour;
  expect(codes.of("+12125550101")).toEqual({ ofNumber: 1, ofAll: 2 });
});

test("those who withhold their number are one", async () => {
  const codes = codesAt(() => 0);
  for (const from of ["anonymous", "", "client:someone"]) await codes.note(from);
  expect(codes.of("sip:another@example.com")).toEqual({ ofNumber: 3, ofAll: 3 });
});

test("of a number that is forgotten none is held against it any more, and of others all", async () => {
  const codes = codesAt(() => 0);
  for (const from of ["+12125550101", "+12125550102", "+12125550101"]) await codes.note(from);
  await codes.forget("+12125550101");
  expect(codes.of("+12125550101")).toEqual({ ofNumber: 0, ofAll: 1 });
});
