import type { Response } from "express";

/** Proxies close what is silent for long, in milliseconds. */
const pulse = 15_000;

/** Begins an answer of server-sent events, which goes on until it is ended; `stop` is called once nobody listens any more. */
export function beginEvents(response: Response, stop: () => void): void {
  // Set, and not written at once: a server that stops looks for what would go on for as long as somebody listens.
  response.set({ "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" });
  const alive = setInterval(() => response.write(":\n\n"), pulse);
  response.on("close", () => {
    clearInterval(alive);
    stop();
  });
}
