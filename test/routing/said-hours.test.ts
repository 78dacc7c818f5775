import { expect, test } from "vitest";
import { clockInWords, weekInWords } from "../../src/routing/said-hours.ts";

type Week = Parameters<typeof weekInWords>[0];
const eightToSix = [["08:00", "18:00"]] as const;
const weekdays: Week = { mon: eightToSix, tue: eightToSix, wed: eightToSix, thu: eightToSix, fri: eightToSix };
const whole = [["00:00", "24:00"]] as const;

test.each<[string, Week]>([
  ["Closed all week", {}],
  ["Mon–Fri 8 AM–6 PM; closed on Sat, Sun", weekdays],
  ["Mon–Fri 8 AM–6 PM; Sat 9 AM–noon; closed on Sun", { ...weekdays, sat: [["09:00", "12:00"]] }],
  ["Every day 8 AM–6 PM", { ...weekdays, sat: eightToSix, sun: eightToSix }],
  ["Every day all day", { mon: whole, tue: whole, wed: whole, thu: whole, fri: whole, sat: whole, sun: whole }],
  [
    "Mon, Wed 8:30 AM–noon and 1:15 PM–midnight; closed on Tue, Thu–Sun",
    {
      mon: [
        ["13:15", "24:00"],
        ["08:30", "12:00"],
      ],
      wed: [
        ["08:30", "12:00"],
        ["13:15", "24:00"],
      ],
    },
  ],
  [
    "Fri, Sat 10 PM–2 AM; closed on Mon–Thu, Sun",
    {
      fri: [["22:00", "24:00"]],
      sat: [
        ["00:00", "02:00"],
        ["22:00", "24:00"],
      ],
      sun: [["00:00", "02:00"]],
    },
  ],
  ["Mon midnight–4 AM; closed on Tue–Sun", { mon: [["00:00", "04:00"]] }],
])("%s", (words, week) => {
  expect(weekInWords(week)).toBe(words);
});

test.each([
  ["00:00", "midnight"],
  ["00:30", "12:30 AM"],
  ["09:05", "9:05 AM"],
  ["12:00", "noon"],
  ["12:30", "12:30 PM"],
  ["23:59", "11:59 PM"],
  ["24:00", "midnight"],
  ["soon", "soon"],
])("%s is %s", (time, words) => {
  expect(clockInWords(time)).toBe(words);
});
