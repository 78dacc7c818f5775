// Runs before every script, on whatever Node the machine has: installs what the lockfile names, once, and again when it changes.
// `node setup.mjs pages` builds the admin's pages besides, where what they are made of has changed.
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

if (process.argv.includes("pages")) {
  const { isFresh } = await import("./src/admin/fresh.mjs");
  // By the Node that the packages brought, which is the first in a script's path and can read TypeScript.
  if (!isFresh()) {
    const { status } = spawnSync("node", ["src/admin/build.ts"], {
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    if (status !== 0) process.exit(status ?? 1);
  }
}
