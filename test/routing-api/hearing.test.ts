import { expect, test } from "vitest";
import { line } from "../support/business.ts";
import { openAdmin } from "./admin.ts";

test("an admin hears a wait before callers do: the draft's, where there is one", async () => {
  const { drafts, post } = await openAdmin();
  const wait = { queue: "sales", load: { ahead: 4 }, keys: [{ at: 300, key: "2" }] };
  const { body } = await post("/preview", wait);
  expect(body.passages.slice(0, 1)).toMatchObject([{ kind: "speech", at: 0, text: /number 5 in line/ }]);
  expect(body).toMatchObject({ of: "in-force", language: "en", locale: "en-US", answered: 600, seconds: 1_200 });
  expect(body.figures).toMatchObject({ shareOfTalk: body.shareOfTalk, firstStanding: 0 });
  expect(body.shareOfTalk).toBeGreaterThan(0);
  expect(body.shareOfTalk).toBeLessThan(0.3);
  const music = body.passages.find(({ kind }: { kind: string }) => kind === "music");
  expect(music.url).toMatch(/^\/audio\/music\/[0-9a-f]{16}\/\d+-\d+\.wav$/);
  await drafts((routing) => {
    routing.prompts.en["ad-whisper"] = "The copper kettle is back.";
  });
  const drafted = await post("/preview", wait);
  const isCopper = ({ text = "" }: { text?: string }) => text.includes("copper");
  expect([drafted.body.of, drafted.body.passages.some(isCopper)]).toEqual(["draft", true]);
  const before = await post("/preview", { ...wait, of: "in-force" });
  expect([before.body.of, before.body.passages.some(isCopper)]).toEqual(["in-force", false]);
});

test("an admin chooses among the waits that there are, by line and menu, and hears the language and the announcements of that way", async () => {
  const { get, post } = await openAdmin();
  const { body } = await get("/waits");
  expect(body).toMatchObject({
    of: "in-force",
    zone: "America/New_York",
    languages: ["en", "es"],
    lines: [{ number: line, name: "Main line" }],
    queues: [{ id: "support", kind: "support", name: "support" }, { id: "sales" }, { id: "reception" }],
  });
  expect(body.ways).toContainEqual({ line, keys: ["7"], queue: "sales", segment: "care" });
  const descaling = { queue: "sales", way: { line, keys: ["7"] }, load: { ahead: 40, reps: 1, handleSeconds: 600 } };
  const heard = await post("/preview", descaling);
  const announced = heard.body.passages.find(({ kind }: { kind: string }) => kind === "announcement");
  expect(announced).toMatchObject({ what: "descaler" });
});

test("a wait begins by the clock of the business", async () => {
  const { post } = await openAdmin();
  const begins = async (clock: object) => (await post("/preview", { queue: "support", clock })).body.begins;
  expect(await begins({ day: "2026-12-24", time: "11:50" })).toBe("2026-12-24T16:50:00.000Z");
  expect(await begins({ day: "2026-07-01", time: "11:50" })).toBe("2026-07-01T15:50:00.000Z");
  expect(await begins({ day: "2026-12-24" })).toMatch(/^2026-12-24T/);
});

test("what callers will mind is told with the place where it can be mended", async () => {
  const { drafts, post } = await openAdmin();
  await drafts((routing) => {
    Object.assign(routing.announcements.whisper, { until: "2020-01-31" });
  });
  const { body } = await post("/preview", { queue: "sales" });
  expect(body.lints).toMatchObject([{ rule: "never-heard", path: "announcements.whisper.until" }]);
});

test("a wait that cannot be is refused by its fields, and so is one of a draft that does not hold", async () => {
  const { drafts, get, post } = await openAdmin();
  const wrong = await post("/preview", { queue: "slaes", language: "fr", way: { line, keys: ["1"] } });
  expect([wrong.status, wrong.body.errors]).toMatchObject([
    422,
    [{ path: "queue" }, { path: "language" }, { path: "way" }],
  ]);
  expect((await get("/waits?of=draft")).status).toBe(404);
  await drafts((routing) => {
    routing.queues.sales.announcements = ["nothing"];
  });
  const broken = await get("/waits");
  expect([broken.status, broken.body.errors[0].path]).toEqual([422, "queues.sales.announcements[0]"]);
  expect((await get("/waits?of=in-force")).status).toBe(200);
});
