/** One track as the core needs it: where it can be cut. Offsets are samples at 8 kHz. */
export type Track = {
  readonly id: string;
  readonly hash: string;
  readonly samples: number;
  readonly phraseEnds: readonly number[];
  readonly kind: "instrumental";
};
