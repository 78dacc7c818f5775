import { expect, test } from "vitest";
import { tell } from "../../../src/admin/pages/routing/changes/tell.ts";
import { wordsChanged } from "../../../src/admin/pages/routing/changes/words.ts";
import { differences } from "../../../src/routing/compare.ts";
import { model } from "../../routing/model.ts";

type Model = {
  business: { missedRings?: number; languages: object };
  menus: Record<string, { options: Record<string, unknown>[] }>;
  queues: Record<string, { music: string[]; announcements?: string[]; ring: { seconds?: number } }>;
  hours: Record<string, { weekly: Record<string, string[][]>; holidays: object[]; exceptions: object[] }>;
  reps: Record<string, { name: string; skills: string[]; languages: string[] }>;
  prompts: Record<string, Record<string, unknown>>;
};

/** What is told of a change to the model, a line each. */
function told(change: (routing: Model) => void): readonly string[] {
  const after = model() as Model;
  change(after);
  return tell(model(), after).flatMap(({ name, lines }) =>
    lines.map(({ is, what, from, to, words }) =>
      [
        name,
        [is, what].filter((part) => part !== "").join(" "),
        ...(words
          ? [
              words
                .map((one) => ({ same: one.text, added: `[+${one.text}]`, removed: `[-${one.text}]` })[one.is])
                .join(""),
            ]
          : []),
        ...(from === undefined && to === undefined ? [] : [`${from ?? ""} → ${to ?? ""}`]),
      ].join(" | "),
    ),
  );
}
const first = <T>(all: Record<string, T> | undefined): T => Object.values(all ?? {})[0] as T;

test("of a day's hours it is said from when to when it was open, and is", () => {
  const lines = told(({ hours }) => {
    first(hours).weekly["mon"] = [["09:00", "12:00"], ["13:00", "17:00"]]; // prettier-ignore
    first(hours).weekly["sun"] = [];
  });
  expect(lines).toEqual([
    expect.stringMatching(/^Hours .* \| changed Monday \| .* → 09:00–12:00, 13:00–17:00$/),
    expect.stringMatching(/^Hours .* \| changed Sunday \| .* → closed$/),
  ]);
});

test("a holiday is added and removed by its date and name", () => {
  const lines = told(({ hours }) => first(hours).holidays.push({ date: "2027-07-05", name: "Independence Day" }));
  expect(lines).toEqual([expect.stringContaining("added holidays, Jul 5, 2027 |  → Independence Day")]);
});

test("an option is known by its key: added, removed, changed inside, on another key, and moved", () => {
  const menu = (routing: Model) => routing.menus["main"]?.options ?? [];
  expect(told((routing) => menu(routing).push({ key: "8", to: { to: "queue", queue: "support" } }))).toEqual([
    "Menu main | added key 8 |  → leads to queue support",
  ]);
  expect(told((routing) => menu(routing).shift())).toEqual([expect.stringMatching(/^Menu main \| removed key 1 \| /)]);
  expect(told((routing) => Object.assign(menu(routing)[0] ?? {}, { to: { to: "queue", queue: "support" } }))).toEqual([
    "Menu main | changed key 1, leads to | queue sales → queue support",
  ]);
  expect(told((routing) => Object.assign(menu(routing)[0] ?? {}, { key: "7" }))).toEqual([
    "Menu main | changed key 1 |  → key 7",
  ]);
  expect(told((routing) => menu(routing).push(...menu(routing).splice(0, 1)))).toEqual([
    expect.stringMatching(/^Menu main \| moved key 1 \|  → behind key \d$/),
  ]);
});

test("of a rep's skills and of a queue's music it is said which came, which went and which moved", () => {
  expect(told(({ reps }) => first(reps).skills.push("invoices"))).toEqual([
    expect.stringContaining("added skills, invoices"),
  ]);
  expect(told(({ queues }) => queues["sales"]?.music.reverse()).every((line) => line.includes("moved music, "))).toBe(
    true,
  );
  expect(told(({ queues }) => queues["sales"]?.music.splice(0, 1))).toEqual([
    expect.stringMatching(/^Queue sales \| removed music, /),
  ]);
});

test("of a prompt it is said which words came and went, and that it is recorded", () => {
  const lines = told(({ prompts }) => {
    const words = String(prompts["en"]?.["sales-opening"]);
    Object.assign(prompts["en"] ?? {}, { "sales-opening": words.replace("sales", "the sales team") });
  });
  expect(lines).toEqual([
    expect.stringMatching(/^Prompt sales-opening, English \| changed words \| .*for \[\+the \]sales\[\+ team\]/),
  ]);
  const recorded = told(({ prompts }) => {
    Object.assign(prompts["en"] ?? {}, {
      "sales-opening": { file: "sales.wav", words: prompts["en"]?.["sales-opening"] },
    });
  });
  expect(recorded).toEqual(["Prompt sales-opening, English | added recording |  → sales.wav"]);
});

test("what is usual is said as that, and a number of seconds as a time", () => {
  expect(told(({ queues }) => Object.assign(queues["sales"]?.ring ?? {}, { seconds: 45 }))).toEqual([
    expect.stringMatching(/^Queue sales \| changed ring, seconds \| 20 s( \(as usual\))? → 45 s$/),
  ]);
});

test("a queue under another name is that, and a new rep is told whole", () => {
  expect(
    told((routing) => {
      const { reception, ...others } = routing.queues;
      Object.assign(routing, { queues: { ...others, desk: reception } });
    }),
  ).toEqual(["Queue desk | changed name | reception → desk"]);
  expect(told(({ reps }) => Object.assign(reps, { zoe: { ...first(reps), name: "Zoe" } }))).toEqual([
    expect.stringMatching(/^Rep Zoe \| added \|  → Zoe; telephone .*; skills .*; languages English/),
  ]);
});

test("nothing is told of what says the same, and something of whatever does not", () => {
  expect(told(() => undefined)).toEqual([]);
  const source = model() as Record<string, unknown>;
  for (const name of Object.keys(source).filter((one) => one !== "$schema")) {
    const { [name]: _, ...others } = source;
    expect(differences(source, others).length).toBeGreaterThan(0);
    expect(tell(source, others).length).toBeGreaterThan(0);
    expect(tell(others, source).length).toBeGreaterThan(0);
  }
});

test.each([null, [], 3, "text", { menus: [] }, { prompts: { en: 3 } }, { hours: { all: { weekly: { mon: "x" } } } }])(
  "%j is told of without a fault, though it is no routing",
  (odd) => {
    expect(() => [tell(odd, model()), tell(model(), odd)]).not.toThrow();
  },
);

test("a text of very many words is told whole", () => {
  const [before, after] = ["a ".repeat(1_500), "b ".repeat(1_500)];
  expect(wordsChanged(before, after)).toEqual([
    { is: "removed", text: before },
    { is: "added", text: after },
  ]);
});
