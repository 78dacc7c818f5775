/**
 * A voice of the sound font: its General MIDI program (counted from 0), and its registers, each the lowest key it begins at
 * and how many decibels it is turned down by. The samples of a font are not equally loud from key to key; the registers are
 * measured (key by key at one velocity) so that a melody is even.
 */
type Voice = { readonly program: number; readonly registers: readonly (readonly [from: number, trim: number])[] };

/** What comes through a telephone well: struck and plucked, few partials, quick to speak. Trims are in dB, from A0 upwards. */
export const instruments = {
  electricPiano: {
    program: 4,
    registers: [
      [0, -4],
      [76, -2],
      [82, 0],
    ],
  },
  celesta: { program: 8, registers: [[0, 0]] },
  vibraphone: {
    program: 11,
    registers: [
      [0, -13],
      [64, -9],
      [67, -12],
      [71, -11],
      [79, 0],
    ],
  },
  marimba: { program: 12, registers: [[0, 0]] },
  uprightBass: { program: 32, registers: [[0, 0]] },
  harp: {
    program: 46,
    registers: [
      [0, -7],
      [63, -2],
      [69, -4],
      [72, 0],
    ],
  },
  ocarina: { program: 79, registers: [[0, 0]] },
  kalimba: {
    program: 108,
    registers: [
      [0, 0],
      [66, -7],
      [70, -4],
      [78, -2],
    ],
  },
} as const satisfies Record<string, Voice>;

/** The name of an instrument in a score. */
export type Instrument = keyof typeof instruments;
