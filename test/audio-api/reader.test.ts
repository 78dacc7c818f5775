import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { expect, onTestFinished, test } from "vitest";
import { arrival, webhook } from "../support/webhook.ts";
import { fixture, openDesk } from "./desk.ts";

test(
  "a file that ends the process that reads it ends nothing else: it is refused, and calls are answered",
  { timeout: 120_000 },
  async () => {
    const desk = await openDesk();
    const stopKilling = whenStarted((reader) => reader.kill("SIGTRAP"));
    const upload = await desk.upload(fixture("music.mp3"));
    expect([upload.state, upload.refusal]).toEqual(["refused", expect.stringContaining("is damaged")]);
    const told = desk.logged.filter((line) => line.includes("a process that read an upload has died"));
    expect(told).toEqual([expect.stringContaining("ended by SIGTRAP")]);
    const { status } = await webhook(desk.url, "/twilio/voice", arrival({ CallSid: `CA${"7".repeat(32)}` }));
    expect(status).toBe(200);

    stopKilling();
    expect(await desk.upload(fixture("music.mp3"))).toMatchObject({ state: "stored" });
  },
);

/** Does something to every process that is started from now on, until the answer is called. */
function whenStarted(act: (reader: ChildProcess) => void): () => void {
  const told = (message: unknown) => {
    const { process } = message as { readonly process: ChildProcess };
    process.once("spawn", () => act(process));
  };
  subscribe("child_process", told);
  const stop = () => void unsubscribe("child_process", told);
  onTestFinished(stop);
  return stop;
}
