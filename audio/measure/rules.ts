import type { Figures } from "./recording.ts";

/** What a recording is for. All but announcements are music. */
export type Kind = "instrumental" | "bed" | "ident" | "announcement";

/** How loud each kind is, in LUFS: somebody who speaks stands 3 LU above the music before and after. */
export const loudnessOf: Readonly<Record<Kind, number>> = {
  instrumental: -22,
  bed: -22,
  ident: -22,
  announcement: -19,
};

/**
 * What keeps a recording from being played to a caller: one sentence each, with what to do about it; none where it will do. The limits
 * are explained in audio/README.md.
 */
export function faultsOf(kind: Kind, figures: Figures): readonly string[] {
  if (figures.loudness === -Infinity) return ["It is silent. Record or render it again."];
  const faults = [...levelFaults(kind, figures), ...bandFaults(figures), ...signalFaults(figures)];
  return kind === "announcement" ? faults : [...faults, ...musicFaults(figures)];
}

function levelFaults(kind: Kind, { loudness, truePeak, loudest, gap, flatTops }: Figures) {
  const faults: string[] = [];
  const above = loudness - loudnessOf[kind];
  if (Math.abs(above) > 1) {
    const turn = `${above > 0 ? "down" : "up"} by ${one(Math.abs(above))} dB`;
    faults.push(`It is at ${one(loudness)} LUFS; ${kind}s are at ${loudnessOf[kind]} ±1. Turn it ${turn}.`);
  }
  if (truePeak > -3) {
    faults.push(`Its true peak is ${one(truePeak)} dBTP; −3 is the most. Limit its peaks.`);
  }
  if (loudest > -16) {
    faults.push(`Its loudest 3 s are at ${one(loudest)} dBov; a trunk takes −16. Even out its levels.`);
  }
  if (gap > 0.5) {
    faults.push(
      `It is silent for ${one(gap)} s; after 0.5 s callers think that the line is dead. Let something sound.`,
    );
  }
  if (flatTops > 1) {
    faults.push(`${one(flatTops)} peaks a second are cut flat. Record or render it again, more softly.`);
  }
  return faults;
}

function bandFaults({ bandShare }: Figures) {
  if (bandShare >= 0.9) return [];
  const share = `Only ${percent(bandShare)} of its power is in 300–3400 Hz`;
  return [
    `${share}; a telephone carries no other, and 90 % must be there. Filter it, or arrange it for the telephone.`,
  ];
}

function signalFaults({ digits, tones }: Figures) {
  return [
    ...digits.map(({ key, at }) => {
      return `A receiver of touch tones hears the key ${key} at ${one(at)} s. Change one of the notes there.`;
    }),
    ...tones.map(({ name, seconds }) => `It holds ${name} for ${one(seconds)} s. Change or shorten that note.`),
  ];
}

function musicFaults({ seam, speech }: Figures) {
  const faults: string[] = [];
  if (seam > 1) {
    faults.push(
      `It clicks where it comes round: the step there is ${one(seam)} times the largest near it. Lead its end into its beginning.`,
    );
  }
  if (speech.share > 0.01 || speech.longestSeconds >= 0.5) {
    const heard = `Somebody speaks for ${percent(speech.share)} of it, ${one(speech.longestSeconds)} s at a stretch`;
    faults.push(`${heard}; music may have 1 % and never 0.5 s. Leave the voice out, or make it an announcement.`);
  }
  return faults;
}

/** One decimal, with the minus sign that the limits are written with. */
function one(value: number): string {
  return value.toFixed(1).replace("-", "−");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
