import { expect, test } from "vitest";
import { countWrongCodes } from "../../src/work/wrong-codes.ts";

const hour = 3_600_000;

test("wrong codes are held against a number, and against all, for an hour", () => {
  let now = 0;
  const codes = countWrongCodes(() => now);
  codes.note("+12125550101");
  now = 60_000;
  codes.note("+12125550101");
  codes.note("+12125550102");
  expect(codes.of("+12125550101")).toEqual({ ofNumber: 2, ofAll: 3 });
  now = hour - 1;
  expect(codes.of("+12125550101")).toEqual({ ofNumber: 2, ofAll: 3 });
  now = hour;
  expect(codes.of("+12125550101")).toEqual({ ofNumber: 1, ofAll: 2 });
});

test("those who withhold their number are one", () => {
  const codes = countWrongCodes(() => 0);
  for (const from of ["anonymous", "", "client:someone"]) codes.note(from);
  expect(codes.of("sip:another@example.com")).toEqual({ ofNumber: 3, ofAll: 3 });
});
