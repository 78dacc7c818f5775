import { openHoldfast } from "../../../src/holdfast.ts";
import { createLog } from "../../../src/log.ts";
import { machineClock } from "../../../src/work/clock.ts";
import { giveToken } from "../../support/admin-token.ts";
import { account, publicUrl } from "../account.ts";
import type { Subject } from "./subject.ts";

/**
 * Holdfast as it runs in production: signatures, the store on the real disk, the log at its usual level. Where time is
 * `told`, only what is said of the time is: timers run as ever.
 */
export const holdfast: Subject = async ({ dataDir = "", apiUrl = "", routing, told = false, token = false }) => {
  let now = Date.now();
  const clock = told ? { ...machineClock, now: () => now } : machineClock;
  const { port, close, store } = await openHoldfast({
    clock,
    log: createLog("info"),
    port: 0,
    host: "127.0.0.1",
    publicUrl,
    account: { sid: account.sid, authTokens: [account.token], apiUrl },
    routing,
    dataDir,
    audioDir: "audio",
  });
  if (token) await giveToken(store);
  return { port, close, pass: (ms) => void (now += ms) };
};
