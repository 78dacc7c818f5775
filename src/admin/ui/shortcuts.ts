import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { destinations } from "./navigation.ts";

/** Milliseconds within which the second key of two has to follow. */
const secondWithin = 1_500;

/** Whether somebody is writing there, so that a key is a letter and nothing else. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** The keys that work everywhere: `?` for the list of keys, `g` and a letter for a page. */
export function useShortcuts(toggleHelp: () => void): void {
  const navigate = useNavigate();
  const wentAt = useRef(-Infinity);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "?") return toggleHelp();
      const goes = event.timeStamp - wentAt.current < secondWithin;
      wentAt.current = event.key === "g" ? event.timeStamp : -Infinity;
      const destination = goes ? destinations.find(({ key }) => key === event.key) : undefined;
      if (!destination) return;
      event.preventDefault();
      void navigate({ to: destination.to });
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [navigate, toggleHelp]);
}
