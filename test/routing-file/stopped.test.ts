import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openLowdb } from "../../src/store/lowdb.ts";
import type { Draft } from "../../src/store/records.ts";
import { business } from "../support/business.ts";
import { dataAfterAStart, fileOf, newFolder, routing } from "./process.ts";

const now = () => Date.now();

async function draftIn(folder: string): Promise<Draft | undefined> {
  const store = await openLowdb({ folder, now });
  const draft = await store.get("draft", "routing");
  await store.close();
  return draft;
}

test("what is in force is exported, and no file that says something else is written over", async () => {
  const folder = await newFolder();
  const [DATA_DIR, file] = [await dataAfterAStart(folder), join(folder, "out.json")];
  const { out, code } = await routing({ DATA_DIR }, "export");
  expect([code, JSON.parse(out)]).toEqual([0, business]);
  expect(await routing({ DATA_DIR }, "export", file)).toMatchObject({ code: 0 });
  expect(JSON.parse(await readFile(file, "utf8"))).toEqual(business);
  await writeFile(file, JSON.stringify(business));
  expect(await routing({ DATA_DIR }, "export", file)).toMatchObject({
    code: 0,
    out: expect.stringContaining("already"),
  });
  await writeFile(file, "mine");
  expect(await routing({ DATA_DIR }, "export", file)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/left alone.*--force/),
  });
  expect(await readFile(file, "utf8")).toBe("mine");
  expect(await routing({ DATA_DIR }, "export", file, "--force")).toMatchObject({ code: 0 });
  expect(JSON.parse(await readFile(file, "utf8"))).toEqual(business);
});

test("a file becomes the draft, with what is to be mended, and what is in force stays", async () => {
  const folder = await newFolder();
  const DATA_DIR = await dataAfterAStart(folder);
  const file = await fileOf(folder, ({ menus }) => (menus.main.prompt = "main-menuu"));
  const { out, code } = await routing({ DATA_DIR }, "import", file);
  expect([code, out]).toEqual([0, expect.stringMatching(/the draft now[^]*mend this:\n {2}- menus\.main\.prompt: /)]);
  expect(await draftIn(DATA_DIR)).toMatchObject({
    by: { id: "machine" },
    source: { menus: { main: { prompt: "main-menuu" } } },
  });
  await fileOf(folder);
  expect(await routing({ DATA_DIR }, "import", file)).toMatchObject({
    code: 0,
    out: expect.stringContaining("publishes it"),
  });
  expect(await draftIn(DATA_DIR)).toMatchObject({ revision: 2, source: business });
  expect(JSON.parse((await routing({ DATA_DIR }, "export")).out)).toEqual(business);
});

test("a draft that somebody has typed is left alone, and its writer named, unless forced", async () => {
  const folder = await newFolder();
  const [DATA_DIR, file] = [await dataAfterAStart(folder), await fileOf(folder)];
  const store = await openLowdb({ folder: DATA_DIR, now });
  const typed: Draft = {
    id: "routing",
    source: { lines: "not yet" },
    base: "any",
    revision: 3,
    by: { id: "ida", name: "Ida" },
    at: Date.UTC(2026, 2, 4, 15, 30),
  };
  await store.decide("draft", "routing", () => ({ put: typed, answer: null }));
  await store.close();
  const refused = await routing({ DATA_DIR }, "import", file);
  expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/by Ida of 2026-03-04, 15:30 UTC.*--force/)]);
  expect(await draftIn(DATA_DIR)).toEqual(typed);
  const forced = await routing({ DATA_DIR }, "import", file, "--force");
  expect([forced.code, forced.out]).toEqual([0, expect.stringContaining("the place of a draft by Ida")]);
  expect(await draftIn(DATA_DIR)).toMatchObject({ revision: 4, source: business });
});

test("data that a server is using, or that is not there, is left alone, with what to do", async () => {
  const folder = await newFolder();
  const [DATA_DIR, file] = [await dataAfterAStart(folder), await fileOf(folder)];
  const nowhere = { DATA_DIR: join(folder, "nowhere") };
  expect(await routing(nowhere, "import", file)).toMatchObject({ code: 1, err: expect.stringMatching(/no data in/) });
  const store = await openLowdb({ folder: DATA_DIR, now });
  onTestFinished(() => store.close());
  const { code, err } = await routing({ DATA_DIR }, "import", file);
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/is running[^]*HOLDFAST_URL=http:\/\/localhost:3000\n *HOLDFAST_TOKEN/),
  ]);
  expect(await store.get("draft", "routing")).toBeUndefined();
});

test("data in which nothing was ever in force has nothing to export, and nothing to draft from", async () => {
  const folder = await newFolder();
  const file = await fileOf(folder);
  for (const words of [["export"], ["import", file]])
    expect(await routing({ DATA_DIR: folder }, ...words)).toMatchObject({
      code: 1,
      err: expect.stringContaining("Start Holdfast once"),
    });
});
