import { describe, expect, test } from "vitest";
import type { Heard } from "../../src/hold/heard.ts";
import { nextProgramme, unheard } from "../../src/hold/programme.ts";
import type { Wait } from "../../src/hold/wait.ts";
import { modelRouting } from "../routing/model.ts";
import { interludes, samples, track } from "./tracks.ts";
import { noon, programme, queueOf, toEar, waitAt } from "./waiting.ts";

const inLine = "You are in line for support.";
const third = "You are number 3 in line.";
const second = "You are number 2 in line.";
const closing = "We have closed for new calls. You are still in line, and we are still answering.";

/** A caller who heard the opening, and was told third, so many seconds into the wait. */
const opened = (at = 0, before: Partial<Heard> = {}): Heard => ({
  ...unheard(false),
  opened: true,
  place: 3,
  spoken: [{ at: noon + at * 1_000, seconds: 10, what: "opening" }],
  ...before,
});
const better: Partial<Wait> = { standing: { place: 2, expectedWait: "unknown" } };

describe("a wait opens", () => {
  test("with where the caller is, the place, the keys, and music", () => {
    const [said, place, keys, music] = toEar(programme(unheard(false), waitAt(0)));
    expect([said, place, music]).toEqual([inLine, third, "tide 0 to 60"]);
    expect(keys).toMatch(/press 2.*press 3.*press star/);
  });

  test("once, and without a place where none is known", () => {
    const first = programme(unheard(false), waitAt(0, { standing: undefined }));
    expect(toEar(first)[1]).toMatch(/press 2/);
    expect(toEar(programme(first.heard, waitAt(90))).join()).not.toMatch(/press/);
  });

  test("for a caller who wants a quiet wait too, with the key that makes us speak", () => {
    const { pieces, heard } = programme(unheard(true), waitAt(0));
    expect(toEar({ pieces, heard }).join(" ")).toMatch(/number 3.*hear us speak again, press 2.*tide 0 to 120/);
  });
});

describe("what a waiting caller hears next:", () => {
  test.each<[string, Heard, Wait, readonly string[]]>([
    ["nothing new", opened(), waitAt(64), ["tide 0 to 30"]],
    ["news, but too soon after the opening", opened(), waitAt(61, better), ["tide 0 to 30"]],
    ["news, when the gap is over", opened(), waitAt(62, better), [second, "tide 0 to 90"]],
    ["news in a quiet wait", opened(0, { quiet: true }), waitAt(600, better), ["tide 0 to 120"]],
    ["news over the budget", opened(0, { spoken: [said(100, 18)] }), waitAt(300, better), ["tide 0 to 30"]],
    [
      "the same news when the budget has room",
      opened(0, { spoken: [said(0, 18)] }),
      waitAt(400, better),
      [second, "tide 0 to 120"],
    ],
    ["closing, before any other news", opened(), waitAt(64, { ...better, closed: true }), [closing, "tide 0 to 90"]],
    ["closing was said", opened(0, { closingSaid: true }), waitAt(64, { closed: true }), ["tide 0 to 30"]],
    ["closing in a quiet wait", opened(0, { quiet: true }), waitAt(64, { closed: true }), ["tide 0 to 120"]],
    [
      "a sign of life for whom wants more time",
      opened(),
      waitAt(64, { moreTime: true }),
      ["You are still in line. Someone will be with you.", "tide 0 to 90"],
    ],
    ["news rather than a sign of life", opened(), waitAt(64, { ...better, moreTime: true }), [second, "tide 0 to 90"]],
    [
      "the next sign of life is in other words",
      opened(0, { aliveSaid: true }),
      waitAt(90, { moreTime: true }),
      ["We have not forgotten you: you are still in line.", "tide 0 to 90"],
    ],
    ["only music after the answer to a key", opened(), waitAt(300, { ...better, answered: 5 }), ["tide 0 to 120"]],
    ["no music at all, nothing to say", opened(), waitAt(64, { tracks: {} }), []],
  ])("%s", (_, heard, wait, ear) => {
    expect(toEar(programme(heard, wait))).toEqual(ear);
  });

  test("closing is said once", () => {
    const first = programme(opened(), waitAt(64, { closed: true }));
    expect(first.heard.closingSaid).toBe(true);
  });

  test("sales: an announcement when there is no news, and it is kept in mind", () => {
    const sales = opened(0, { announcements: ["pouring-kettle"] });
    const next = programme(sales, waitAt(64, { promotes: true, segment: "new-kettle" }), "sales");
    expect(next.pieces[0]).toMatchObject({ kind: "announcement", id: "quiet-kettle" });
    expect(next.heard.announcements).toEqual(["pouring-kettle", "quiet-kettle"]);
  });

  test("sales: an announcement has the ident before it and a bed after it, each time the next one", () => {
    const framed = (heard: Heard, at: number) =>
      programme(heard, waitAt(at, { promotes: true, segment: "new-kettle", interludes }), "sales");
    const first = framed(opened(), 64);
    expect(toEar(first)).toEqual(["chime 0 to 4", expect.stringMatching(/Hush/), "bed-a 0 to 10", "tide 0 to 60"]);
    const next = framed(first.heard, 300);
    expect(toEar(next)).toEqual(["chime 0 to 4", expect.stringMatching(/Heron/), "bed-b 0 to 12", "tide 60 to 120"]);
    const [words] = first.heard.spoken.slice(-1);
    expect(words?.at).toBe(noon + 68_000);
    expect(first.heard.music?.leadSeconds).toBeCloseTo(14 + (words?.seconds ?? 0));
  });

  test.each([
    ["whose queue wants none is bare", { "queues.sales.framed": false }, interludes, []],
    ["where the shelf has only an ident has that", {}, interludes.slice(1, 2), ["chime"]],
    ["where the shelf has only beds has one", {}, interludes.slice(2), ["bed-b"]],
  ])("sales: an announcement %s", (_, differs, shelf, heard) => {
    const other = modelRouting({ "queues.sales.music": ["tide"], ...differs });
    const wait = waitAt(64, { promotes: true, interludes: shelf });
    const { pieces } = nextProgramme(opened(), wait, queueOf("sales", other), other);
    expect(pieces.flatMap((piece) => (piece.kind === "interlude" ? [piece.track] : []))).toEqual(heard);
  });

  test.each([
    ["news comes before an announcement", { ...better, promotes: true }, second],
    ["a caller who may not be promoted to hears none", { promotes: false }, "tide 0 to 30"],
    ["nor in a support line", { promotes: true }, "tide 0 to 30", "support"],
  ])("sales: %s", (_, differs, first, queue = "sales") => {
    expect(toEar(programme(opened(), waitAt(64, differs), queue))[0]).toBe(first);
  });
});

function said(at: number, seconds: number, what = "place") {
  return { at: noon + at * 1_000, seconds, what };
}

describe("how long the music goes on:", () => {
  test.each<[string, Heard, number, { readonly leavesAt?: number }, number]>([
    ["while nothing may be said, until the gap is over", opened(), 20, {}, 60],
    ["a gap of the longest kind, as far as the track goes", opened(1_200), 1_212, {}, 120],
    ["when there could be news, a phrase", opened(), 70, {}, 30],
    ["late in the wait, when news is far between, two phrases", opened(), 1_300, {}, 60],
    ["in a quiet wait, as far as the track goes", opened(0, { quiet: true }), 70, {}, 120],
    ["in a quiet wait that is about to end, until then", opened(0, { quiet: true }), 70, { leavesAt: 120 }, 60],
    ["in a wait that should have ended, no longer than a phrase", opened(0, { quiet: true }), 70, { leavesAt: 10 }, 30],
  ])("%s", (_, heard, at, { leavesAt }, seconds) => {
    const wait = waitAt(at, leavesAt === undefined ? {} : { leavesAt: noon + leavesAt * 1_000 });
    expect(toEar(programme(heard, wait))).toEqual([`tide 0 to ${String(seconds)}`]);
  });

  test("no document lasts so long that the caller is thought to be gone", () => {
    const endless = track("endless", ...Array.from({ length: 60 }, (_, at) => (at + 1) * 30));
    const wait = waitAt(70, { tracks: { endless } });
    expect(toEar(programme(opened(0, { quiet: true }), wait))).toEqual(["endless 0 to 240"]);
  });
});

describe("a key at any moment:", () => {
  const first = programme(unheard(false), waitAt(0));
  const lead = first.heard.music?.leadSeconds ?? 0;

  test.each([
    ["while the opening is spoken, the music has not begun", 3, 0],
    ["ten seconds into the music", lead + 10, 10],
    ["in the silence at its end", lead + 60.5, 60],
  ])("%s", (_, after, from) => {
    const next = programme(first.heard, waitAt(after, { finished: false, answered: 4 }));
    expect(next.heard.music?.from).toBeCloseTo(samples(from), -1);
    expect(next.heard.music?.leadSeconds).toBe(4);
  });

  test("the answer to the first key is no music: a second key resumes where the first had cut", () => {
    const cut = programme(first.heard, waitAt(lead + 10, { finished: false, answered: 4 }));
    const again = programme(cut.heard, waitAt(lead + 13, { finished: false, answered: 4 }));
    expect(again.heard.music?.from).toBe(cut.heard.music?.from);
  });

  test("the gap begins anew after an answer", () => {
    const answered = programme(opened(), waitAt(60, { finished: false, answered: 4 }));
    expect(toEar(programme(answered.heard, waitAt(110, better)))).toHaveLength(1);
    expect(toEar(programme(answered.heard, waitAt(127, better)))[0]).toBe(second);
  });
});

describe("speech that a key cuts was not heard:", () => {
  const news = programme(opened(), waitAt(64, better));
  const lead = news.heard.music?.leadSeconds ?? 0;

  test.each([
    ["a place is told again, after the gap", lead - 0.1, second],
    ["a place that was heard out is not", lead, "tide 90 to 120"],
  ])("%s", (_, after, first) => {
    const cut = programme(news.heard, waitAt(64 + after, { ...better, finished: false, answered: 2 }));
    expect(toEar(programme(cut.heard, waitAt(164, better)))[0]).toBe(first);
  });

  test("a larger place than was heard has its cause said, however the last one was cut", () => {
    const cut = programme(news.heard, waitAt(64.5, { ...better, finished: false, answered: 2 }));
    expect(cut.heard.place).toBe(3);
    const worse = { standing: { place: 4, expectedWait: "unknown" } } as const;
    expect(toEar(programme(cut.heard, waitAt(200, worse)))).toHaveLength(1);
  });

  test("an opening whose keys were cut has told the place; one cut before that has not", () => {
    const first = programme(unheard(false), waitAt(0));
    const after = (seconds: number) => programme(first.heard, waitAt(seconds, { finished: false, answered: 2 })).heard;
    expect(after(1).place).toBeUndefined();
    expect(after(10).place).toBe(3);
    expect(after(1).opened).toBe(true);
  });

  const framed = (before: Heard, at: number, differs: Partial<Wait> = {}) =>
    programme(before, waitAt(at, { promotes: true, interludes, ...differs }), "sales");

  test.each([
    ["in the ident comes again, after the gap and at its full length", 67.9, [], "pouring-kettle"],
    ["in its first word counts as heard", 68.1, ["pouring-kettle"], "trade-in"],
  ])("an announcement that was cut %s", (_, at, announcements, next) => {
    const first = framed(opened(), 64);
    const cut = framed(first.heard, at, { finished: false, answered: 2 });
    expect(cut.heard.announcements).toEqual(announcements);
    expect(cut.heard.spoken.map(({ what }) => what)).toEqual(
      ["opening", ...announcements.map((id) => `announcement ${id}`), "answer"].slice(-cut.heard.spoken.length),
    );
    expect(framed(cut.heard, 200).pieces[1]).toMatchObject({ kind: "announcement", id: next });
  });

  test("a bed that was cut is not resumed: the music goes on from where it had stopped", () => {
    const before = opened(0, { music: { track: "tide", from: 0, to: 240_000, sentAt: noon, leadSeconds: 0 } });
    const first = framed(before, 64);
    const lead = first.heard.music?.leadSeconds ?? 0;
    const cut = framed(first.heard, 64 + lead - 1, { finished: false, answered: 2 });
    expect(toEar(cut)[0]).toMatch(/^tide 30 to/);
  });

  test("an announcement that was cut is not repeated: the caller had heard enough of it", () => {
    const first = programme(opened(), waitAt(64, { promotes: true }), "sales");
    const cut = programme(first.heard, waitAt(65, { promotes: true, finished: false, answered: 2 }), "sales");
    expect([first.heard.announcements, cut.heard.announcements]).toEqual([["pouring-kettle"], ["pouring-kettle"]]);
  });
});
