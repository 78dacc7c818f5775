import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { readPath, writePath, type Path } from "./path.ts";

/**
 * Takes the focus to the field that the address names after `#`, or to what it stands in, as soon as the form is there. A field says by
 * `data-path` which path of the routing it is for.
 */
export function useArrival(isForms: boolean): void {
  const { hash, state } = useLocation();
  useEffect(() => {
    const section = document.getElementById("section");
    if (!isForms || hash === "" || !section) return undefined;
    if (arriveAt(section, hash)) return undefined;
    // A section comes when it is loaded; until then the one before may still be there.
    const watched = new MutationObserver(() => arriveAt(section, hash) && watched.disconnect());
    watched.observe(section, { childList: true, subtree: true });
    return () => watched.disconnect();
  }, [isForms, hash, state.key]);
}

/** What stands for a path on a page, if anything does. */
export function fieldIn(page: ParentNode, path: Path): HTMLElement | null {
  return page.querySelector<HTMLElement>(`[data-path="${CSS.escape(writePath(path))}"]`);
}

function arriveAt(section: HTMLElement, hash: string): boolean {
  const path = readPath(hash);
  for (let length = path.length; length > 0; length--) {
    const place = fieldIn(section, path.slice(0, length));
    if (!place) continue;
    for (let folded = place.closest("details"); folded; folded = folded.parentElement?.closest("details") ?? null)
      folded.open = true;
    const field = place.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select, button") ?? place;
    field.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center" });
    return true;
  }
  return false;
}
