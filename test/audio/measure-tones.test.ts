import { describe, expect, test } from "vitest";
import { dtmfDigits } from "../../audio/measure/dtmf.ts";
import { longestTone, machineTones } from "../../audio/measure/tones.ts";
import { inTurn, louder, rate, recorded, silence, sine, together } from "./sounds.ts";

const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477, 1633];
const keys = "123A456B789C*0#D".split("");

describe("touch tones", () => {
  test.each([
    ["as they should be", {}],
    ["after short pauses", { pause: 0.04 }],
    ["of 40 ms", { seconds: 0.04 }],
    ["as soft as −30 dBFS", { level: -24 }],
    ["1.5 % too high", { off: 1.015 }],
    ["1.5 % too low", { off: 0.985 }],
    ["with the column 6 dB under the row", { column: -6 }],
    ["with the column 3 dB over the row", { column: 3 }],
  ])("are all sixteen read %s", (_, how) => {
    expect(read(inTurn(...keys.map((key) => touch(key, how))))).toBe(keys.join(""));
  });

  test.each([
    ["of 23 ms", { seconds: 0.023 }],
    ["with the column 9 dB under the row", { column: -9 }],
    ["with the column 5 dB over the row", { column: 5 }],
    ["3.5 % too high", { off: 1.035 }],
    ["as soft as −50 dBFS", { level: -44 }],
  ])("are none %s", (_, how) => {
    expect(read(inTurn(...keys.map((key) => touch(key, how))))).toBe("");
  });

  test("are told with their time", () => {
    const [digit] = dtmfDigits(inTurn(silence(2), touch("7")), rate);
    expect(digit?.key).toBe("7");
    expect(digit?.at).toBeCloseTo(2, 1);
  });

  test("are not taken from speech, nor from a chord of three", () => {
    expect(read(recorded("fixtures/speech.wav"))).toBe("");
    expect(read(together(sine(1, 697, 0.3), sine(1, 1209, 0.3), sine(1, 1000, 0.3)))).toBe("");
  });

  test("are taken from two pure notes that lie as theirs do: F5 and E6", () => {
    expect(read(together(sine(0.3, 698.46, 0.3), sine(0.3, 1318.51, 0.3)))).toBe("2");
  });
});

describe.each([
  [1100, 38],
  [2100, 15],
])("a machine's tone of %i Hz", (hertz, tolerance) => {
  const tone = machineTones.find((each) => each.hertz === hertz) ?? { hertz, tolerance };
  const held = (sound: Float64Array) => longestTone(sound, rate, tone);

  test("is timed", () => {
    expect(held(inTurn(silence(1), sine(0.5, hertz), silence(1)))).toBeCloseTo(0.5, 1);
  });

  test("is heard as far off as its standard allows, and no further", () => {
    for (const off of [-tolerance, tolerance]) expect(held(sine(0.5, hertz + off))).toBeCloseTo(0.5, 1);
    for (const off of [-75, 75]) expect(held(sine(0.5, hertz + off))).toBe(0);
  });

  test("is not heard in a chord, in speech, or as softly as a line hums", () => {
    expect(held(together(sine(1, hertz), sine(1, 700)))).toBe(0);
    expect(held(recorded("fixtures/speech.wav"))).toBeLessThan(0.1);
    expect(held(louder(sine(1, hertz), -45))).toBe(0);
  });
});

type How = { seconds?: number; pause?: number; level?: number; column?: number; off?: number };

/** One touch tone as a telephone sends it, and a pause; levels in dB against two sines of half of full scale. */
function touch(key: string, { seconds = 0.06, pause = 0.06, level = -6, column = 0, off = 1 }: How = {}): Float64Array {
  const place = keys.indexOf(key);
  const low = sine(seconds, off * (rows[Math.floor(place / 4)] ?? 0), 0.5);
  const high = louder(sine(seconds, off * (columns[place % 4] ?? 0), 0.5, 1), column);
  return inTurn(louder(together(low, high), level), silence(pause));
}

function read(sound: Float64Array): string {
  return dtmfDigits(sound, rate)
    .map(({ key }) => key)
    .join("");
}
