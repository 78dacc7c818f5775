import { expect, test } from "vitest";
import type { Upload } from "../../src/audio/upload.ts";
import { arrival, webhook } from "../support/webhook.ts";
import { openDesk } from "./desk.ts";
import { hostileUploads, type Hostile } from "./hostile.ts";

test(
  "two hundred hostile uploads leave no file behind, and calls are answered all the while",
  { timeout: 600_000 },
  async () => {
    const desk = await openDesk();
    const uploads = hostileUploads(200, 2026);
    const seen: (Upload | number)[] = [];
    const next = async (): Promise<void> => {
      for (let hostile = uploads.pop(); hostile; hostile = uploads.pop()) seen.push(await sent(hostile));
    };
    await Promise.all([next(), next(), next(), next()]);
    const ended = seen.map((end) => (typeof end === "number" ? end : end.state));
    expect(new Set(ended)).toEqual(new Set(["refused", 400]));
    expect(ended).toHaveLength(200);
    const sentences = seen.flatMap((end) => (typeof end === "number" ? [] : [end.refusal ?? ""]));
    expect(sentences.filter((sentence) => !/^[A-Z].+\.$/s.test(sentence))).toEqual([]);
    expect(await desk.files()).toEqual([]);

    const call = await webhook(desk.url, "/twilio/voice", arrival());
    expect([call.status, call.body]).toEqual([200, expect.stringContaining("Welcome to Bright Kettle")]);

    async function sent({ bytes, title, fileName }: Hostile): Promise<Upload | number> {
      const well = title.toWellFormed();
      const response = await desk.send(bytes, { title: well, fileName });
      if (response.status !== 202) {
        await response.body?.cancel();
        return response.status;
      }
      const { id } = (await response.json()) as Upload;
      return (await desk.follow(id)).at(-1) ?? 0;
    }
  },
);
