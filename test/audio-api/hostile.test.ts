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
    const answers = new Set<string>();
    const next = async (): Promise<void> => {
      for (let hostile = uploads.pop(); hostile; hostile = uploads.pop()) {
        const [end] = await Promise.all([sent(hostile), uploads.length % 10 === 0 ? rings(uploads.length) : undefined]);
        seen.push(end);
      }
    };
    await Promise.all([next(), next(), next(), next()]);
    const ended = seen.map((end) => (typeof end === "number" ? end : end.state));
    expect(new Set(ended)).toEqual(new Set(["refused", 400]));
    expect(ended).toHaveLength(200);
    const sentences = seen.flatMap((end) => (typeof end === "number" ? [] : [end.refusal ?? ""]));
    expect(sentences.filter((sentence) => !/^[A-Z].+\.$/s.test(sentence))).toEqual([]);
    expect(await desk.files()).toEqual([]);

    expect([...answers]).toEqual(["200 welcome"]);

    /** Somebody else rings in meanwhile. */
    async function rings(caller: number): Promise<void> {
      const sid = `CA${String(caller).padStart(32, "0")}`;
      const { status, body } = await webhook(desk.url, "/twilio/voice", arrival({ CallSid: sid }));
      answers.add(`${status} ${body.includes("Welcome to Bright Kettle") ? "welcome" : body}`);
    }

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
