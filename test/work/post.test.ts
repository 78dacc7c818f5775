import { expect, test } from "vitest";
import { openPost, senderOf } from "../../src/work/post.ts";
import { mailServer } from "../support/mail-server.ts";

const from = "office@kettle.example";
const mail = { to: "ana@kettle.example", subject: "Übersicht: a promise", body: "¿Llamó?\nLine two", id: "7.1" };

test("a mail reaches a real mail server as it was written, with a name of its own that stays the same", async () => {
  const server = await mailServer();
  const post = openPost({ smtpUrl: server.url, from });
  expect(await post.send(mail)).toEqual({ ok: undefined });
  expect(await post.send(mail)).toEqual({ ok: undefined });
  const [first, second] = server.arrived;
  expect(first).toMatchObject({ from, to: ["ana@kettle.example"] });
  for (const one of [first, second]) expect(one?.message).toMatch(/^Message-ID: <7\.1@kettle\.example>/im);
  expect(first?.message).toMatch(/^Subject: =\?UTF-8\?/im);
  expect(first?.message).toContain("Line two");
  post.close();
});

test("with a name and a password in the address, the server knows who sends", async () => {
  const user = { name: "office@kettle.example", password: "p@ss/word" };
  const server = await mailServer({ user });
  expect(await openPost({ smtpUrl: server.url, from }).send(mail)).toEqual({ ok: undefined });
  const wrong = server.url.replace("word", "words");
  expect(await openPost({ smtpUrl: wrong, from }).send(mail)).toMatchObject({ later: expect.any(String) });
});

test.each([
  [450, "later"],
  [550, "refused"],
] as const)("a server that answers %d has it tried again: %s", async (code, how) => {
  const server = await mailServer();
  server.answers(code);
  expect(Object.keys(await openPost({ smtpUrl: server.url, from }).send(mail))).toEqual([how]);
});

test("no server there: later", async () => {
  const server = await mailServer();
  await server.close();
  expect(await openPost({ smtpUrl: server.url, from }).send(mail)).toMatchObject({ later: expect.any(String) });
});

test("words that would be headers stay words", async () => {
  const server = await mailServer();
  await openPost({ smtpUrl: server.url, from }).send({ ...mail, subject: "a\r\nBcc: eve@evil.example\r\n\r\nb" });
  expect(server.arrived[0]?.to).toEqual(["ana@kettle.example"]);
  expect(server.arrived[0]?.message).not.toMatch(/^Bcc:/im);
});

test.each([
  ["smtps://ana%40kettle.example:secret@mail.example.com", undefined, "ana@kettle.example"],
  ["smtps://ana:secret@mail.example.com", "office@kettle.example", "office@kettle.example"],
  ["smtp://mail.example.com", undefined, "holdfast@mail.example.com"],
])("%s with %s sends as %s", (url, email, sender) => {
  expect(senderOf(url, email)).toBe(sender);
});
