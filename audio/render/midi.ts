import { instruments, type Instrument } from "./instruments.ts";
import type { Note } from "./notes.ts";

/** Ticks a second: half a millisecond each. */
const ticks = 2000;

/** The drums' channel, where a program would not be heard as itself. */
const drums = 9;

type MidiEvent = { readonly tick: number; readonly order: number; readonly bytes: readonly number[] };

/**
 * Writes the notes of one instrument as a Standard MIDI File (format 0) that lasts `seconds`, tails included. Each register
 * of the instrument has a channel of its own, turned down by its trim.
 */
export function midiOf(instrument: Instrument, notes: readonly Note[], seconds: number): Buffer {
  const { program, registers } = instruments[instrument];
  const channels = registers.map((_, register) => (register < drums ? register : register + 1));
  const set = registers.flatMap(([, trim], register): MidiEvent[] => {
    const channel = channels[register] ?? 0;
    const controls = [
      [7, Math.round(127 * 10 ** (trim / 40))], // volume, on MIDI's scale of 40·log10
      [10, 64],
      [91, 0],
      [93, 0],
    ].map(([control = 0, value = 0]) => [0xb0 | channel, control, value]);
    return [[0xc0 | channel, program], ...controls].map((bytes) => ({ tick: 0, order: 0, bytes }));
  });
  const struck = notes.flatMap((note): MidiEvent[] => {
    const channel = channels[registers.findLastIndex(([from]) => from <= note.key)] ?? 0;
    const velocity = Math.max(1, Math.min(127, Math.round(note.strength * 127)));
    const [on, off] = [Math.round(note.at * ticks), Math.round((note.at + note.lasts) * ticks)];
    return [
      { tick: on, order: 2, bytes: [0x90 | channel, note.key, velocity] },
      { tick: Math.max(on + 1, off), order: 1, bytes: [0x80 | channel, note.key, 0] },
    ];
  });
  const events = [...set, ...struck].sort((a, b) => a.tick - b.tick || a.order - b.order);
  return file([...events, { tick: Math.round(seconds * ticks), order: 3, bytes: [0xff, 0x2f, 0] }]);
}

function file(events: readonly MidiEvent[]): Buffer {
  const tempo = [0, 0xff, 0x51, 3, 0x0f, 0x42, 0x40]; // one quarter is a million microseconds
  let last = 0;
  const bytes = events.flatMap(({ tick, bytes }) => {
    const wait = variableLength(tick - last);
    last = tick;
    return [...wait, ...bytes];
  });
  const head = Buffer.alloc(22);
  head.write("MThd", 0, "latin1");
  head.writeUInt32BE(6, 4);
  head.writeUInt16BE(0, 8);
  head.writeUInt16BE(1, 10);
  head.writeUInt16BE(ticks, 12);
  head.write("MTrk", 14, "latin1");
  head.writeUInt32BE(tempo.length + bytes.length, 18);
  return Buffer.concat([head, Buffer.from([...tempo, ...bytes])]);
}

/** Seven bits a byte, the highest first; all but the last are marked. */
function variableLength(value: number): number[] {
  const rest = value >> 7;
  const marked = rest === 0 ? [] : variableLength(rest).map((byte) => byte | 0x80);
  return [...marked, value & 0x7f];
}
