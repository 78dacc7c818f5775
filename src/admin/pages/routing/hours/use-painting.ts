import { useState, type KeyboardEvent, type PointerEvent } from "react";
import { useFinger } from "./use-finger.ts";
import { weekdays, type Weekday } from "./week.ts";

/** A cell of the grid: a day by its place in the week, and a stretch of the day by its place in it. */
export type Spot = { readonly day: number; readonly at: number };
/** What is being painted: all cells between the two, opened or closed. */
export type Stroke = { readonly from: Spot; readonly to: Spot; readonly open: boolean };

type Options = {
  /** How many cells a day has. */
  readonly cells: number;
  /** Cells that are three hours. */
  readonly leap: number;
  /** Days stand beside each other, and time runs down. */
  readonly isUpright: boolean;
  readonly isOpen: (spot: Spot) => boolean;
  readonly paint: (stroke: Stroke) => void;
};

/** Painting by mouse, touch and keys: what is being painted, where the keys are, and what to hear on the grid. */
export function usePainting({ cells, leap, isUpright, isOpen, paint }: Options) {
  const [stroke, setStroke] = useState<Stroke>();
  const finger = useFinger(stroke !== undefined);
  const [cursor, setCursor] = useState<Spot>({ day: 0, at: Math.round(cells / 3) });

  function pressed(event: KeyboardEvent<HTMLElement>) {
    if (event.key === "Escape" && stroke) return setStroke(undefined);
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      return paint({ from: cursor, to: cursor, open: !isOpen(cursor) });
    }
    const to = goTo(event.key);
    if (!to) return;
    event.preventDefault();
    if (event.shiftKey) paint({ from: cursor, to, open: isOpen(cursor) });
    setCursor(to);
    spotElement(event.currentTarget, to)?.focus();
  }

  function goTo(key: string): Spot | undefined {
    const { day, at } = cursor;
    const within = (by: number, along: number): Spot => ({
      day: Math.min(weekdays.length - 1, Math.max(0, day + by)),
      at: Math.min(cells - 1, Math.max(0, at + along)),
    });
    const [days, time] = isUpright ? ["Arrow(Left|Right)", "Arrow(Up|Down)"] : ["Arrow(Up|Down)", "Arrow(Left|Right)"];
    const way = /Left|Up/.test(key) ? -1 : 1;
    if (new RegExp(days).test(key)) return within(way, 0);
    if (new RegExp(time).test(key)) return within(0, way);
    if (key === "PageUp" || key === "PageDown") return within(0, key === "PageUp" ? -leap : leap);
    if (key === "Home" || key === "End") return { day, at: key === "Home" ? 0 : cells - 1 };
    return undefined;
  }

  return {
    stroke,
    cursor,
    on: {
      onKeyDown: pressed,
      ref: finger.ref,
      onContextMenu: finger.onContextMenu,
      onPointerDown(event: PointerEvent<HTMLElement>) {
        const spot = spotOf(event.target);
        if (!spot || event.button !== 0) return;
        const grid = event.currentTarget;
        const begin = () => {
          // The grid keeps hold of the pointer until it is let go, also outside of it.
          grid.setPointerCapture(event.pointerId);
          setCursor(spot);
          setStroke({ from: spot, to: spot, open: !isOpen(spot) });
        };
        if (event.pointerType === "touch") finger.down(event, begin);
        else begin();
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        finger.moved(event);
        const spot = stroke && spotOf(document.elementFromPoint(event.clientX, event.clientY));
        if (stroke && spot && (spot.day !== stroke.to.day || spot.at !== stroke.to.at))
          setStroke({ ...stroke, to: spot });
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        const tapped = finger.lifted() ? spotOf(event.target) : undefined;
        const done = stroke ?? (tapped && { from: tapped, to: tapped, open: !isOpen(tapped) });
        if (!done) return;
        paint(done);
        setStroke(undefined);
        setCursor(done.to);
        spotElement(event.currentTarget, done.to)?.focus({ preventScroll: true });
      },
      onPointerCancel() {
        finger.lifted();
        setStroke(undefined);
      },
    },
  };
}

/** The days that a stroke covers, and from which of their cells up to, not including, which. */
export function coveredBy({ from, to }: Stroke): {
  readonly days: readonly Weekday[];
  readonly from: number;
  readonly until: number;
} {
  const days = weekdays.slice(Math.min(from.day, to.day), Math.max(from.day, to.day) + 1);
  return { days, from: Math.min(from.at, to.at), until: Math.max(from.at, to.at) + 1 };
}

function spotOf(target: EventTarget | null): Spot | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-at]") : null;
  return cell ? { day: Number(cell.dataset["day"]), at: Number(cell.dataset["at"]) } : undefined;
}

function spotElement(grid: HTMLElement, { day, at }: Spot): HTMLElement | null {
  return grid.querySelector(`[data-day="${day}"][data-at="${at}"]`);
}
