import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newPlaces } from "../../src/work/places.ts";

/** Places over a clock that the test moves. */
function placesAt(start = 1_000_000) {
  let now = start;
  const places = newPlaces(() => now);
  return { ...places, at: (instant: number) => (now = instant) };
}

describe("a place is", () => {
  test("counted by when the line was joined", () => {
    const places = placesAt();
    for (const [call, joinedAt] of [
      ["b", 2],
      ["c", 3],
      ["a", 1],
    ] as const)
      places.put(call, "sales", joinedAt, "moved");
    expect(["a", "b", "c"].map((call) => places.placeOf(call)?.place)).toEqual([1, 2, 3]);
    places.remove("a");
    expect(places.placeOf("c")?.place).toBe(2);
    expect(places.placeOf("a")).toBeUndefined();
  });

  test("counted in one queue only, and kept when the caller is put where it is", () => {
    const places = placesAt();
    places.put("a", "sales", 1, "moved");
    places.put("b", "support", 2, "moved");
    places.put("a", "sales", 1, "moved");
    expect([places.placeOf("b")?.place, places.waiting("sales"), places.waiting("support")]).toEqual([1, 1, 1]);
    places.put("a", "support", 1, "moved");
    expect([places.placeOf("b")?.place, places.waiting("sales"), places.waiting("gone")]).toEqual([2, 0, 0]);
  });

  test("nothing to remove is nothing", () => {
    const places = placesAt();
    places.remove("nobody");
    expect(places.placeOf("nobody")).toBeUndefined();
  });
});

describe("why a place became worse:", () => {
  const minute = 60_000;
  const line = () => {
    const places = placesAt(10 * minute);
    places.put("first", "support", 2 * minute, "moved");
    places.put("last", "support", 8 * minute, "moved");
    places.at(11 * minute);
    return places;
  };

  test("somebody who joined earlier came in ahead", () => {
    const places = line();
    places.put("back", "support", 5 * minute, "returned");
    expect(places.placeOf("last")).toEqual({ queue: "support", place: 3, worseBecause: "returned" });
    expect(places.placeOf("first")).toEqual({ queue: "support", place: 1 });
    expect(places.placeOf("back")).toEqual({ queue: "support", place: 2 });
  });

  test("the last one's cause counts", () => {
    const places = line();
    places.put("back", "support", 5 * minute, "returned");
    places.put("over", "support", 1 * minute, "moved");
    expect(places.placeOf("last")).toEqual({ queue: "support", place: 4, worseBecause: "moved" });
  });

  test("somebody who came in behind is no cause", () => {
    const places = line();
    places.put("new", "support", 11 * minute, "moved");
    expect(places.placeOf("last")).toEqual({ queue: "support", place: 2 });
  });

  test("one in another queue is no cause", () => {
    const places = line();
    places.put("other", "sales", 9 * minute, "moved");
    places.put("back", "sales", 5 * minute, "returned");
    expect(places.placeOf("last")).toEqual({ queue: "support", place: 2 });
  });

  test("who came in ahead before the caller joined is no cause", () => {
    const places = line();
    places.put("back", "support", 5 * minute, "returned");
    places.put("new", "support", 12 * minute, "moved");
    expect(places.placeOf("new")).toEqual({ queue: "support", place: 4 });
  });

  test.each([
    ["14 min 59.999 s ago: still a cause", 15 * minute - 1, "returned"],
    ["15 minutes ago: none any more", 15 * minute, undefined],
  ])("%s", (_, later, cause) => {
    const places = line();
    places.put("back", "support", 5 * minute, "returned");
    places.at(11 * minute + later);
    expect(places.placeOf("last")?.worseBecause).toBe(cause);
  });
});

test("whatever is put and removed, places are those of a list that is counted through", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const calls = fc.constantFrom(...names);
  const deed = fc.oneof(
    fc.record({ call: calls, queue: fc.constantFrom("sales", "support"), joinedAt: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ call: calls }),
  );
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      const places = placesAt();
      const list = new Map<string, { queue: string; joinedAt: number }>();
      for (const done of deeds) {
        if ("queue" in done) {
          places.put(done.call, done.queue, done.joinedAt, "moved");
          list.set(done.call, done);
        } else {
          places.remove(done.call);
          list.delete(done.call);
        }
        const counted = (call: string) => {
          const own = list.get(call);
          if (!own) return undefined;
          const ahead = [...list].filter(
            ([other, { queue, joinedAt }]) =>
              queue === own.queue && (joinedAt < own.joinedAt || (joinedAt === own.joinedAt && other < call)),
          );
          return ahead.length + 1;
        };
        for (const call of names) expect(places.placeOf(call)?.place).toBe(counted(call));
        for (const queue of ["sales", "support"])
          expect(places.waiting(queue)).toBe([...list.values()].filter((one) => one.queue === queue).length);
      }
    }),
    { seed: 20_261_122 },
  );
});
