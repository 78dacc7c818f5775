// Runs before every script, on whatever Node the machine has: installs what the lockfile names, once, and again when it changes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const stamp = "node_modules/.installed";
const wanted = createHash("sha256").update(readFileSync("package-lock.json")).update(process.platform).digest("hex");
const installed = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";

if (installed !== wanted) {
  console.log("Setting up: installing packages (once)…");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error(
      "Setting up failed. Check the network connection to the npm registry, then run the same command again.",
    );
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
