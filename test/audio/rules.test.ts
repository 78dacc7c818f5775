import { expect, test } from "vitest";
import { loudness } from "../../audio/measure/loudness.ts";
import { measureRecording } from "../../audio/measure/recording.ts";
import { faultsOf, loudnessOf } from "../../audio/measure/rules.ts";
import { inTurn, louder, rate, recorded, silence, sine, together } from "./sounds.ts";

/** A chord that comes round whole every second, as loud as music is. */
const chord = at(-22, together(sine(6, 440, 0.1), sine(6, 660, 0.1), sine(6, 990, 0.1)));
const speech = recorded("fixtures/speech.wav");
const softTone = at(-50, sine(1, 500));

test.each(["instrumental", "bed", "ident"] as const)("a chord at −22 LUFS would do for an %s", (kind) => {
  expect(faultsOf(kind, measureRecording(chord))).toEqual([]);
});

test.each([
  ["too loud", louder(chord, 1.2), /^It is at −20\.8 LUFS; instrumentals are at -22 ±1\. Turn it down by 1\.2 dB\./],
  ["too soft", louder(chord, -3), /^It is at −25\.0 LUFS.*Turn it up by 3\.0 dB\./],
  ["one hard peak", peak(chord), /^Its true peak is −2\.\d dBTP; −3 is the most/],
  [
    "all in three seconds",
    inTurn(louder(chord.subarray(0, 3 * rate), 9), at(-24, sine(40, 500))),
    /^Its loudest 3 s are at −1\d\.\d dBov; a trunk takes −16/,
  ],
  ["low", at(-22, sine(6, 200)), /^Only 0\.\d % of its power is in 300–3400 Hz/],
  [
    "silent between",
    at(-22, inTurn(chord, silence(0.7), chord)),
    /^It is silent for 0\.7 s; after 0\.5 s callers think that the line is dead/,
  ],
  ["cut flat", at(-22, cut(chord)), /^\d+\.\d peaks a second are cut flat/],
  [
    "with a touch tone",
    inTurn(chord, together(sine(0.1, 852, 0.1), sine(0.1, 1336, 0.1))),
    /^A receiver of touch tones hears the key 8 at 6\.0 s/,
  ],
  ["with a fax", inTurn(chord, sine(0.5, 1100, 0.1)), /^It holds the calling tone of a fax \(1100 Hz\) for 0\.5 s/],
  [
    "with a modem",
    inTurn(chord, sine(0.5, 2100, 0.1)),
    /^It holds the answering tone of a fax or modem \(2100 Hz\) for 0\.5 s/,
  ],
  [
    "broken off",
    inTurn(softTone, chord, softTone, softTone.subarray(0, 4)),
    /^It clicks where it comes round: the step there is \d\.\d times the largest near it/,
  ],
  [
    "spoken",
    at(-22, speech),
    /^Somebody speaks for \d\d\.\d % of it, \d\.\d s at a stretch; music may have 1 % and never 0\.5 s/,
  ],
])("music that is %s is told so", (_, sound, sentence) => {
  const faults = faultsOf("instrumental", measureRecording(sound));
  expect(faults.filter((fault) => sentence.test(fault))).toHaveLength(1);
});

test("silence is told as silence and nothing else", () => {
  expect(faultsOf("instrumental", measureRecording(silence(5)))).toEqual(["It is silent. Record or render it again."]);
});

test("an announcement may be spoken and need not come round, but is 3 LU above music", () => {
  const faults = (sound: Float64Array) => faultsOf("announcement", measureRecording(sound)).join("\n");
  expect(loudnessOf.announcement - loudnessOf.instrumental).toBe(3);
  expect(faults(at(-19, speech))).not.toMatch(/speaks|LUFS|comes round/);
  expect(faults(at(-22, speech))).toMatch(/Turn it up by 3\.0 dB/);
});

function at(target: number, sound: Float64Array): Float64Array {
  return louder(sound, target - loudness(sound, rate));
}

/** One sample where no other is as high. */
function peak(sound: Float64Array): Float64Array {
  return sound.map((value, i) => (i === 2 * rate ? 0.73 : value));
}

function cut(sound: Float64Array): Float64Array {
  return sound.map((value) => Math.max(-0.08, Math.min(0.08, value)));
}
