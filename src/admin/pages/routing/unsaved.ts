/** What was typed and is not kept by the server yet, and what it was typed into: its name, and its text. */
export type Unsaved = { readonly text: string; readonly name: string; readonly read: string };

const place = "holdfast-routing-unsaved";

/** What an earlier visit of this browser left unsaved, if anything. */
export function readUnsaved(): Unsaved | undefined {
  const kept = window.localStorage.getItem(place);
  if (kept === null) return undefined;
  try {
    const read = JSON.parse(kept) as Unsaved;
    return typeof read.text === "string" && typeof read.read === "string" ? read : undefined;
  } catch {
    // Nothing that we have written.
    return undefined;
  }
}

/** Keeps what is typed in this browser until the server has it; undefined: it has. A browser that keeps nothing is no reason to stop. */
export function keepUnsaved(unsaved: Unsaved | undefined): boolean {
  try {
    if (unsaved) window.localStorage.setItem(place, JSON.stringify(unsaved));
    else window.localStorage.removeItem(place);
    return true;
  } catch {
    // Full, or not allowed.
    return false;
  }
}
