/** Added to a magnitude so that its segment is the place of its highest bit: G.711's own bias, at 16 bits. */
const bias = 132;

/** The largest magnitude that mu-law can say, at 16 bits. */
const largest = 32_635;

/** What each of the 256 bytes stands for, by ITU-T G.711. */
const decoded = Int16Array.from({ length: 256 }, (_, byte) => {
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + bias) << ((bits >> 4) & 7)) - bias;
  return bits & 0x80 ? -magnitude : magnitude;
});

/** The 16-bit sample behind one mu-law byte. */
export function decodeMuLaw(byte: number): number {
  return decoded[byte & 0xff] ?? 0;
}

/** The mu-law byte for a 16-bit sample, true to half a step of its segment; what is louder is held at the loudest there is. */
export function encodeMuLaw(sample: number): number {
  const magnitude = Math.min(Math.abs(Math.round(sample)), largest) + bias;
  const segment = 24 - Math.clz32(magnitude);
  const step = (magnitude >> (segment + 3)) & 0x0f;
  const sign = sample < 0 ? 0x80 : 0;
  return ~(sign | (segment << 4) | step) & 0xff;
}
