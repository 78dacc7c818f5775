import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openLowdb } from "../../src/store/lowdb.ts";
import { hashOf } from "../../src/web/people/secret.ts";
import { openUsers } from "../../src/web/people/users.ts";
import { ida } from "./house.ts";

async function dataOfIda(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-access-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const store = await openLowdb({ folder, now: () => Date.now() });
  const { name, email } = ida;
  await (await openUsers(store, () => Date.now())).make({ name, email, role: "admin" }, "first");
  await store.close();
  return folder;
}

/** What `npm run access` says, and how it ends. */
function access(
  folder: string,
  ...words: readonly string[]
): Promise<{ readonly said: string; readonly ended: unknown }> {
  const env = { PATH: process.env["PATH"] ?? "", DATA_DIR: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/access.ts", ...words], { env }, (error, out, err) => {
      resolve({ said: out + err, ended: error?.code ?? 0 });
    });
  });
}

test("whoever sits at the machine gets a token for a program, and a link for an admin who has lost the password", async () => {
  const folder = await dataOfIda();
  const token = await access(folder, "token", "the wallboard", "read");
  const link = await access(folder, "link", "IDA@example.com");
  const secret = /hf_[\w-]{43}/.exec(token.said)?.[0] ?? "";
  const linked = /sign-in#\w+=([\w-]{43})/.exec(link.said)?.[1] ?? "";
  const store = await openLowdb({ folder, now: () => Date.now() });
  onTestFinished(() => store.close());
  expect(await store.get("token", hashOf(secret))).toMatchObject({ name: "the wallboard", scopes: ["read"] });
  expect(await store.get("link", hashOf(linked))).toMatchObject({ what: "invitation" });
  expect(await access(folder, "link", ida.email)).toMatchObject({ ended: 1, said: expect.stringMatching(/use/) });
});

test.each<[readonly string[], RegExp]>([
  [["link", "eve@example.com"], /Nobody has the e-mail.*ida@example\.com/],
  [["token", "the wallboard"], /npm run access -- token/],
  [["token", "the wallboard", "read", "all"], /npm run access -- token/],
  [[], /npm run access -- link/],
])("%j is refused with what to do", async (words, expected) => {
  expect(await access(await dataOfIda(), ...words)).toMatchObject({ ended: 1, said: expect.stringMatching(expected) });
});

test("a folder without data is not made", async () => {
  const { said, ended } = await access(join(tmpdir(), "holdfast-nowhere"), "token", "a", "read");
  expect([ended, said]).toEqual([1, expect.stringContaining("There is no data in")]);
});
