import { useEffect } from "react";
import type { Heard } from "../../../phone/event.ts";
import { serverNow } from "../../time.ts";
import { readMuLaw } from "./mulaw.ts";

/**
 * Puts a telephone to the ear: what it gives is played, and stops when it gives something else, or `on` is no more. `spoken` is
 * what the other side has said last, over whatever else is heard.
 */
export function useEar(heard: Heard | undefined, spoken: string | undefined, on: boolean): void {
  const key = heard ? `${heard.at} ${heard.kind}` : "";
  useEffect(() => {
    if (!on || !heard) return undefined;
    const stop = new AbortController();
    void give(heard, stop.signal);
    return () => stop.abort();
    // What is heard is the same for as long as it began at the same instant.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, on]);
  useEffect(() => {
    if (on && spoken !== undefined) speak({ text: spoken }, new AbortController().signal);
  }, [spoken, on]);
}

let shared: AudioContext | undefined;
function audio(): AudioContext {
  shared ??= new AudioContext();
  void shared.resume();
  return shared;
}

async function give(heard: Heard, stop: AbortSignal): Promise<void> {
  if (heard.kind === "say") return speak(heard, stop);
  if (heard.kind === "play") return play(heard, stop);
  if (heard.kind === "ringing") return tone([440, 480], 2, stop);
  if (heard.kind === "beep") return tone([1_000], 0.4, stop);
}

function speak({ text = "", language = "en-US" }: Pick<Heard, "text" | "language">, stop: AbortSignal): void {
  if (!("speechSynthesis" in window) || text === "") return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = language;
  stop.addEventListener("abort", () => window.speechSynthesis.cancel());
  window.speechSynthesis.speak(utterance);
}

/** Plays a sound of this server from where the telephone is in it by now. */
async function play({ url = "", at }: Heard, stop: AbortSignal): Promise<void> {
  const { pathname } = new URL(url, window.location.href);
  if (!pathname.startsWith("/audio/")) return;
  const file = await fetch(pathname, { signal: stop })
    .then((answer) => (answer.ok ? answer.arrayBuffer() : undefined))
    .catch((error: unknown) => {
      if (!stop.aborted) throw error;
      return undefined;
    });
  if (!file || stop.aborted) return;
  const buffer = await bufferOf(file);
  const since = Math.max(0, (serverNow() - at) / 1_000);
  if (stop.aborted || since >= buffer.duration) return;
  const source = new AudioBufferSourceNode(audio(), { buffer });
  source.connect(audio().destination);
  source.start(0, since);
  stop.addEventListener("abort", () => source.stop());
}

async function bufferOf(file: ArrayBuffer): Promise<AudioBuffer> {
  const sound = readMuLaw(file);
  if (!sound) return audio().decodeAudioData(file);
  const buffer = new AudioBuffer({ length: Math.max(1, sound.samples.length), sampleRate: sound.rate });
  buffer.copyToChannel(sound.samples, 0);
  return buffer;
}

function tone(frequencies: readonly number[], seconds: number, stop: AbortSignal): void {
  const context = audio();
  const volume = new GainNode(context, { gain: 0.05 });
  volume.connect(context.destination);
  for (const frequency of frequencies) {
    const source = new OscillatorNode(context, { frequency });
    source.connect(volume);
    source.start();
    source.stop(context.currentTime + seconds);
    stop.addEventListener("abort", () => source.stop());
  }
}
