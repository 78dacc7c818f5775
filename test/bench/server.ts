/**
 * A server under measurement, in a process of its own: `node test/bench/server.ts <subject> <options as JSON>`. Says its
 * port, and what it has used when it is asked; a number lets so many ms pass.
 */
import type { Subject } from "./subjects/subject.ts";

const [, , name = "", options = "{}"] = process.argv;
const subject: Subject = await open(name);
const { port, close, pass } = await subject(JSON.parse(options));

process.on("message", (wanted) => {
  if (wanted === "stop") void close().then(() => process.exit(0));
  else if (typeof wanted === "number") pass?.(wanted);
  else process.send?.(usage());
});
// Whoever measures has gone: nothing may be left behind that takes a port and memory.
process.on("disconnect", () => process.exit(0));
process.send?.({ port });

function usage() {
  const { user, system } = process.cpuUsage();
  return { cpuMicros: user + system, rss: process.memoryUsage.rss() };
}

/** Only what is measured is loaded, for its memory is measured too. */
async function open(wanted: string): Promise<Subject> {
  switch (wanted) {
    case "bare":
      return (await import("./subjects/bare.ts")).bare;
    case "stock":
      return (await import("./subjects/stock.ts")).stock;
    case "holdfast":
      return (await import("./subjects/holdfast.ts")).holdfast;
    default:
      throw new Error(`there is no subject ${wanted}`);
  }
}
