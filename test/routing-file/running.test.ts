import { expect, test } from "vitest";
import { openAdmin, sayingWelcomeTo } from "../routing-api/admin.ts";
import { adminToken, giveToken } from "../support/admin-token.ts";
import { business } from "../support/business.ts";
import { freePort } from "../support/process.ts";
import { fileOf, newFolder, routing } from "./process.ts";

const otherToken = "hf_the-deployment";

/** An office that runs, with a token of our own beside the admin's, and what lets the command in. */
async function running(scopes: readonly string[] = ["routing"]) {
  const admin = await openAdmin();
  const { store, publicUrl } = await admin.office.app();
  await giveToken(store, otherToken, scopes);
  const file = await fileOf(await newFolder(), sayingWelcomeTo("Copper Pot"));
  return { admin, file, door: { HOLDFAST_URL: `${publicUrl}/`, HOLDFAST_TOKEN: otherToken } };
}

test("a server that runs is asked over its API for what is in force, and gets a file as its draft, again and again", async () => {
  const { admin, file, door } = await running();
  expect(JSON.parse((await routing(door, "export")).out)).toEqual(business);
  const first = await routing(door, "import", file);
  expect([first.code, first.out]).toEqual([0, expect.stringContaining("the draft now")]);
  const { body } = await admin.get("/draft");
  expect(body).toMatchObject({ revision: 1, changes: [{ path: ["prompts", "en", "main-menu"] }] });
  const again = await fileOf(await newFolder(), sayingWelcomeTo("Iron Pan"));
  expect(await routing(door, "import", again)).toMatchObject({ code: 0 });
  expect((await admin.get("/draft")).body).toMatchObject({ revision: 2 });
  expect((await admin.get()).body.source).toEqual(business);
});

test("over the API, too, a draft that somebody else has typed is left alone unless forced", async () => {
  const { admin, file, door } = await running();
  await admin.drafts(sayingWelcomeTo("Tin Cup"));
  const refused = await routing(door, "import", file);
  expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/a draft by a test's own of .*--force/)]);
  expect(JSON.stringify((await admin.get("/draft")).body.source)).toContain("Tin Cup");
  expect(await routing(door, "import", file, "--force")).toMatchObject({ code: 0 });
  expect(JSON.stringify((await admin.get("/draft")).body.source)).toContain("Copper Pot");
});

test("a server that is not there, or does not let the token in, is said to be so", async () => {
  const { file, door } = await running(["read"]);
  const ends = (variables: object) => routing({ ...door, ...variables }, "import", file);
  const nobody = `http://127.0.0.1:${await freePort()}`;
  expect(await ends({ HOLDFAST_URL: nobody })).toMatchObject({
    code: 1,
    err: expect.stringMatching(/cannot be reached \(.+\)/),
  });
  expect(await ends({})).toMatchObject({ code: 1, err: expect.stringMatching(/refuses \(403\): .*scope routing/) });
  expect(await ends({ HOLDFAST_TOKEN: `${adminToken}-not` })).toMatchObject({
    code: 1,
    err: expect.stringMatching(/not a token/),
  });
  expect(await ends({ HOLDFAST_URL: `${door.HOLDFAST_URL}phone` })).toMatchObject({
    code: 1,
    err: expect.stringMatching(/does not answer as Holdfast does/),
  });
});
