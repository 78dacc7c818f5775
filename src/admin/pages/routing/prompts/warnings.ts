import { useMemo } from "react";
import { textWarnings } from "../../../../routing/lint/texts.ts";
import { useDraft } from "../draft.ts";
import { isWithin, readPath, type Path } from "../path.ts";
import type { Fault } from "../wire.ts";

/** The last that was looked at: every row of a list asks. */
let last: { readonly source: unknown; readonly warnings: readonly (Fault & { readonly at: Path })[] } | undefined;

/** What the texts of the draft could say better, as it is typed. */
export function useTextWarnings(): { readonly within: (path: Path) => readonly Fault[] } {
  const { source } = useDraft();
  const warnings = useMemo(() => warningsOf(source), [source]);
  return { within: (path) => warnings.filter(({ at }) => isWithin(at, path)) };
}

function warningsOf(source: unknown): readonly (Fault & { readonly at: Path })[] {
  if (last && last.source === source) return last.warnings;
  const warnings = textWarnings(source).map((one) => ({ ...one, at: readPath(one.path) }));
  last = { source, warnings };
  return warnings;
}
