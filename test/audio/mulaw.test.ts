import { expect, test } from "vitest";
import { decodeMuLaw, encodeMuLaw } from "../../src/audio/mulaw.ts";

const bytes = Array.from({ length: 256 }, (_, byte) => byte);

// ITU-T G.711, table 2: the ends of both halves, at 16 bits.
test.each([
  [0x00, -32124],
  [0x80, 32124],
  [0xff, 0],
  [0xfe, 8],
  [0x7e, -8],
  [0xef, 132],
])("byte %i stands for %i", (byte, sample) => {
  expect(decodeMuLaw(byte)).toBe(sample);
});

test("every byte comes back from its sample, but the second zero, which becomes the first", () => {
  expect(bytes.map((byte) => encodeMuLaw(decodeMuLaw(byte)))).toEqual(
    bytes.map((byte) => (byte === 0x7f ? 0xff : byte)),
  );
});

test("no sample is further from its byte's than half a step, and a step is at most a sixteenth", () => {
  for (let sample = -32_124; sample <= 32_124; sample += 37) {
    const step = Math.max(8, (Math.abs(sample) + 132) / 16);
    expect(Math.abs(decodeMuLaw(encodeMuLaw(sample)) - sample)).toBeLessThanOrEqual(step / 2);
  }
});

test.each([
  [40_000, 32_124],
  [-40_000, -32_124],
])("what is too loud, %i, is held at %i", (sample, held) => {
  expect(decodeMuLaw(encodeMuLaw(sample))).toBe(held);
});
