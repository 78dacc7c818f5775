import { expect, test } from "vitest";
import { minutesOf } from "../../src/phone/book.ts";
import { book } from "./company.ts";

test.each([
  ["+12125550000", "Bright Kettle (+1 212 555 0000)"],
  ["+12125550201", "Ana (+1 212 555 0201)"],
  ["sip:chloe@kettle.example", "Chloé (sip:chloe@kettle.example)"],
  ["+12125550302", "caller 2 (+1 212 555 0302)"],
  ["+15551234567", "+1 555 123 4567"],
  ["+442079460000", "+442079460000"],
  ["", "a withheld number"],
])("%s is shown as %s", (address, name) => {
  expect(book.fullName(address)).toBe(name);
});

const music = "http://127.0.0.1:3000/audio/music";
test.each([
  [`${music}/921a69165160b113/240000-720000.wav`, { music: "Harbour Lights 0:30–1:30" }],
  [`${music}/921a69165160b113/0-7999.wav`, { music: "Harbour Lights 0:00–0:00" }],
  [`${music}/921a69165160b113.wav`, { music: "Harbour Lights" }],
  [`${music}/ffffffffffffffff/0-8000.wav`, { music: "0-8000.wav" }],
  [`${music}/.wav`, { music: ".wav" }],
  ["http://127.0.0.1:3000/audio/recorded/address.wav?v=1", { words: "We are at 12 Mill Lane." }],
  ["http://127.0.0.1:3000/audio/recorded/other.wav", { music: "other.wav" }],
  ["http://127.0.0.1:3000/", { music: "a sound" }],
])("the sound at %s is %o", (url, sound) => {
  expect(book.sound(url)).toEqual(sound);
});

test.each([
  [-1, "0:00"],
  [59.9, "0:59"],
  [60, "1:00"],
  [3_600, "60:00"],
])("%d seconds are %s", (seconds, shown) => {
  expect(minutesOf(seconds)).toBe(shown);
});
