import { expect, test } from "vitest";
import { figure, median, quantile, ratio, spread } from "./figures.ts";
import { table } from "./table.ts";

test("a median is the middle value, or half way between the two in the middle", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test("a quantile is a value that was measured, by the nearest rank", () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(quantile(hundred, 0.5)).toBe(50);
  expect(quantile(hundred, 0.99)).toBe(99);
  expect(quantile(hundred, 1)).toBe(100);
  expect(quantile([7], 0.99)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

test("a ratio compares round with round, so that a slow minute does not count for one side alone", () => {
  expect(ratio([10, 200, 30], [20, 400, 60])).toBe(0.5);
});

test("a spread says the median with the least and the most", () => {
  expect(spread([121.4, 108.2, 101.1])).toBe("108 (101–121)");
  expect(spread([1.25, 1.5], 2)).toBe("1.38 (1.25–1.50)");
  expect(figure(12_345.6, 1)).toBe("12,345.6");
});

test("a table is aligned: names to the left, figures to the right", () => {
  expect(
    table([
      { server: "bare", "CPU µs": "28" },
      { server: "holdfast", "CPU µs": "1,208" },
    ]).split("\n"),
  ).toEqual(["| server   | CPU µs |", "| -------- | -----: |", "| bare     |     28 |", "| holdfast |  1,208 |"]);
});
