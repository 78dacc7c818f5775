import { useCallback, useRef, type PointerEvent } from "react";

/** Milliseconds that a finger rests in one place before it paints, and how far it may waver meanwhile, in pixels. */
const restsFor = 350;
const wavers = 10;

type Resting = { readonly x: number; readonly y: number; readonly timer: number };

/**
 * Tells what a finger means on something that can be painted within a page that scrolls: a finger that moves at once scrolls the page,
 * one that taps changes what is under it, and one that rests paints from there on.
 */
export function useFinger(paints: boolean) {
  const resting = useRef<Resting>(undefined);
  const isPainting = useRef(paints);
  isPainting.current = paints;
  const touches = useRef(false);

  /** Forgets a finger that rests; whether there was one. */
  function forget(): boolean {
    const was = resting.current;
    window.clearTimeout(was?.timer);
    resting.current = undefined;
    return was !== undefined;
  }

  const ref = useCallback((place: HTMLElement | null) => {
    if (!place) return undefined;
    // Once it paints, the page stays where it is.
    const hold = (event: TouchEvent) => {
      if (isPainting.current && event.cancelable) event.preventDefault();
    };
    place.addEventListener("touchmove", hold, { passive: false });
    return () => place.removeEventListener("touchmove", hold);
  }, []);

  return {
    ref,
    /** A finger has come down; `begin` is called once it has rested long enough. */
    down({ clientX: x, clientY: y }: PointerEvent, begin: () => void) {
      forget();
      touches.current = true;
      const timer = window.setTimeout(() => {
        resting.current = undefined;
        begin();
      }, restsFor);
      resting.current = { x, y, timer };
    },
    moved({ clientX, clientY }: PointerEvent) {
      const { x, y } = resting.current ?? { x: clientX, y: clientY };
      if (Math.hypot(clientX - x, clientY - y) > wavers) forget();
    },
    /** Whether it was a tap: it has neither moved nor rested. */
    lifted: forget,
    /** A finger that rests would be given a menu instead. */
    onContextMenu: (event: { readonly preventDefault: () => void }) => {
      if (touches.current) event.preventDefault();
      touches.current = false;
    },
  };
}
