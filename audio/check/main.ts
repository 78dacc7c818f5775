import { checkAudio } from "./check.ts";
import { faultCount, tableOf } from "./table.ts";

const report = checkAudio(new URL("../", import.meta.url));
process.stdout.write(`${tableOf(report)}\n`);
process.exitCode = faultCount(report) > 0 ? 1 : 0;
