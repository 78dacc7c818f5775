import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newFolder, fileOf, routing } from "./process.ts";

test("a routing that holds is said to, with what its texts could say better", async () => {
  const folder = await newFolder();
  const file = await fileOf(folder, ({ prompts }) => {
    prompts.en["main-menu"] = "Your call is important to us. For sales, press 1. For support, press 2.";
  });
  const { out, code } = await routing({ DATA_DIR: join(folder, "data") }, "check", file);
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/new\.json holds\.[^]*better:\n {2}- prompts\.en\.main-menu: /),
  ]);
});

test("without a file the one that a start would read is checked, by the music that there is", async () => {
  expect(await routing({}, "check")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^config\/routing\.json holds/),
  });
  const file = await fileOf(await newFolder(), ({ menus, business }) => {
    menus.main.prompt = "main-menuu";
    Object.assign(business, { zone: "America/Nowhere" });
  });
  const { out, code } = await routing({ ROUTING_FILE: file }, "check");
  expect([code, out]).toEqual([1, expect.stringContaining("new.json does not hold")]);
  expect(out).toMatch(/ {2}- menus\.main\.prompt: .*did you mean "main-menu"\?/);
  expect(out).toMatch(/ {2}- business\.zone: /);
});

test("a file that cannot be read, or is no JSON, or a word that nobody knows, ends with 2 and what to do", async () => {
  const torn = join(await newFolder(), "torn.json");
  await writeFile(torn, `{"lines": [`);
  expect(await routing({}, "check", torn)).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringMatching(/is not JSON .*Mend it/),
  });
  expect(await routing({}, "check", `${torn}.not`)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/cannot be read .*Name a file/),
  });
  expect(await routing({}, "publish")).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringMatching(/no publish[^]*npm run routing -- check/),
  });
  expect(await routing({}, "--help")).toMatchObject({
    code: 0,
    err: "",
    out: expect.stringContaining("npm run routing -- import"),
  });
});
