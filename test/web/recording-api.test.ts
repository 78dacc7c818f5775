import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { promptsPlaying } from "../../src/web/recording-api.ts";
import { openDesk } from "../audio-api/desk.ts";

test.each([
  ["in one language", { en: { hello: { file: "hello.wav", words: "Hello." } } }, ["prompts.en.hello"]],
  [
    "in two, and as two prompts",
    {
      en: { hello: { file: "hello.wav", words: "Hello." }, welcome: { file: "hello.wav", words: "Hello." } },
      es: { hello: { file: "hello.wav", words: "Hola." } },
    },
    ["prompts.en.hello", "prompts.en.welcome", "prompts.es.hello"],
  ],
  ["nowhere", { en: { hello: "hello.wav", other: { file: "other.wav", words: "Hello." } } }, []],
  ["where a draft is half typed", { en: { hello: null, bye: { file: 7 } } }, []],
])("a recording is played %s", (_, prompts, expected) => {
  expect(promptsPlaying("hello.wav", prompts)).toEqual(expected);
});

test("the files in the folder of recorded prompts are listed from the next start on, with where they are heard", async () => {
  const desk = await openDesk();
  expect(await desk.ask("recordings")).toEqual({ status: 200, body: { recordings: [] } });
  const folder = join(desk.audioDir, "recorded");
  await mkdir(folder);
  await writeFile(join(folder, "hello.wav"), "RIFF");
  await desk.restart();
  expect(await desk.ask("recordings")).toEqual({
    status: 200,
    body: { recordings: [{ file: "hello.wav", url: "/audio/recorded/hello.wav", from: "folder", prompts: [] }] },
  });
});
