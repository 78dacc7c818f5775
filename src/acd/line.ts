/** Why somebody who joined later was served first. */
export type OvertakeCause = "weight" | "skill" | "language" | "preferred" | "passed";

/** The expected wait in seconds as a range, or unknown; unknown is never spoken. */
export type Estimate = { readonly from: number; readonly to: number } | "unknown";
