import type { Figures } from "../../audio/measure/recording.ts";
import { faultsOf } from "../../audio/measure/rules.ts";
import type { TakenIn } from "./take-in.ts";

/** The least that is worth cutting into phrases, in seconds. */
const leastSeconds = 20;

/** How loud a recording was before anything was done to it, in its telephone band. */
export type Source = Pick<TakenIn, "power" | "channelPower" | "flatTops" | "faults"> & {
  /** LUFS; −Infinity of silence. */
  readonly loudness: number;
  /** Mean square of what is left in the telephone band. */
  readonly bandPower: number;
};

/** Why music cannot be played at all: a sentence, or `undefined`. Its loudness in LUFS, its length in seconds. */
export function refusalOf(loudness: number, seconds: number): string | undefined {
  if (loudness < -70) return "There is nothing to hear in it on a telephone. Choose another recording.";
  if (seconds < leastSeconds) {
    return `It lasts ${seconds.toFixed(1)} s; music on hold must last ${leastSeconds} s, or callers hear it come round too often. Choose a longer recording.`;
  }
  return undefined;
}

/** What somebody must have read before music is used: of the recording as it came, and of what callers would hear. */
export function warningsOf(source: Source, figures: Figures): readonly string[] {
  return [...sourceWarnings(source), ...faultsOf("instrumental", figures)];
}

/** The shortest and the longest that a prompt may be, in seconds. */
const [leastSpoken, mostSpoken] = [0.3, 120];

/** Why a recording cannot be a prompt at all: a sentence, or `undefined`. Its loudness in LUFS, its length in seconds. */
export function spokenRefusalOf(loudness: number, seconds: number): string | undefined {
  if (loudness < -70)
    return "There is nothing to hear in it on a telephone. See that the microphone was on, and record it again.";
  if (seconds < leastSpoken) return `It lasts ${seconds.toFixed(1)} s: there is hardly a word in it. Record it again.`;
  if (seconds <= mostSpoken) return undefined;
  return `It lasts ${Math.round(seconds)} s; a prompt is at most ${mostSpoken} s, for nobody remembers more. Record it in parts.`;
}

/** What to listen for in a recorded prompt. */
export const spokenWarningsOf = (source: Source): readonly string[] => takenWarnings(source);

function sourceWarnings(source: Source): readonly string[] {
  const kept = source.bandPower / source.power;
  if (kept >= 0.5) return takenWarnings(source);
  const thin = `Only ${Math.round(100 * kept)} % of its power is where a telephone hears; the rest is lost. It will sound thin: choose music with less bass and fewer cymbals.`;
  return [...takenWarnings(source), thin];
}

/** What holds of music and speech alike. */
function takenWarnings({ power, channelPower, loudness, flatTops, faults }: Source): readonly string[] {
  const warnings: string[] = [];
  const mixed = power / channelPower;
  if (faults > 0) warnings.push("Parts of the file could not be read, or its end is missing. Listen to all of it.");
  if (mixed < 0.25) {
    warnings.push("Its left and right cancel each other where they are mixed into one. Upload a mix for one speaker.");
  }
  if (loudness < -40) {
    warnings.push(
      `It is very soft (${Math.round(loudness)} LUFS) and was turned up, noise and all. Upload a louder one.`,
    );
  }
  if (flatTops > 1) {
    warnings.push(`It is too loud: ${Math.round(flatTops)} peaks a second are cut flat. Upload one that is softer.`);
  }
  return warnings;
}
