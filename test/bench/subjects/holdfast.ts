import { openHoldfast } from "../../../src/holdfast.ts";
import { createLog } from "../../../src/log.ts";
import { machineClock } from "../../../src/work/clock.ts";
import { account, publicUrl } from "../account.ts";
import type { Subject } from "./subject.ts";

/** Holdfast as it runs in production: signatures, the store on the real disk, the log at its usual level. */
export const holdfast: Subject = async ({ dataDir = "", apiUrl = "", routing, pace = 1 }) => {
  const began = Date.now();
  const running = await openHoldfast({
    clock: { ...machineClock, now: () => Math.round(began + (Date.now() - began) * pace) },
    log: createLog("info"),
    port: 0,
    host: "127.0.0.1",
    publicUrl,
    account: { sid: account.sid, authTokens: [account.token], apiUrl },
    routing,
    dataDir,
    audioDir: "audio",
  });
  return { port: running.port, close: running.close };
};
