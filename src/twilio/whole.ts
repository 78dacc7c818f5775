/** A whole number within bounds, as Twilio refuses a document for any other. */
export const whole = (value: number, least: number, most: number): number =>
  value >= least ? Math.min(most, Math.round(value)) : least;
