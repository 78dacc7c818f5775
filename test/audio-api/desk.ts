import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Upload } from "../../src/audio/upload.ts";
import { openHoldfast, type Holdfast } from "../../src/holdfast.ts";
import type { HoldfastOptions } from "../../src/holdfast-options.ts";
import { createLog } from "../../src/log.ts";
import { machineClock } from "../../src/work/clock.ts";
import { giveToken } from "../support/admin-token.ts";
import { business } from "../support/business.ts";
import { musicFolder } from "../support/music-folder.ts";
import { authToken } from "../support/account.ts";

/** What a test sends with an upload. */
export type Sent = { readonly title?: string; readonly fileName?: string; readonly type?: string };

/** A running Holdfast with an admin at its API. */
export type Desk = {
  readonly url: string;
  readonly app: Holdfast;
  readonly dataDir: string;
  readonly audioDir: string;
  /** Asks the API; JSON is parsed, problems too. */
  readonly ask: (path: string, asked?: Asked) => Promise<{ readonly status: number; readonly body: unknown }>;
  readonly send: (bytes: Uint8Array, sent?: Sent) => Promise<Response>;
  /** Uploads, and waits until nothing more will come of it by itself. */
  readonly upload: (bytes: Uint8Array, sent?: Sent) => Promise<Upload>;
  /** Follows an upload's events to its end, or until it needs acceptance. */
  readonly follow: (id: string) => Promise<readonly Upload[]>;
  /** Every file under the uploads' folder. */
  readonly files: () => Promise<readonly string[]>;
  readonly logged: readonly string[];
  /** `oidc`: another issuer from then on. */
  readonly restart: (queues?: readonly string[], oidc?: HoldfastOptions["oidc"]) => Promise<void>;
};

export type DeskOptions = {
  readonly demo?: boolean;
  /** Lets a program in by the admin's token. */
  readonly token?: boolean;
  /** What is said of the time; timers run as ever. */
  readonly now?: () => number;
  readonly publicUrl?: string;
  readonly smtpUrl?: string;
  readonly oidc?: HoldfastOptions["oidc"];
  readonly headers?: Readonly<Record<string, string>>;
};

/** What is asked of the API. */
export type Asked = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
};

/** Opens a desk in demo mode unless it is said otherwise, until the test ends. */
export async function openDesk({ headers = {}, token, now, ...options }: DeskOptions = { demo: true }): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-desk-"));
  const audioDir = await musicFolder();
  const dataDir = join(folder, "data");
  const logged: string[] = [];
  let running: Holdfast;

  async function start(music: readonly string[], oidc = options.oidc): Promise<void> {
    const queues = Object.entries(business.queues).map(([id, queue]) => [id, { ...queue, music }] as const);
    running = await openHoldfast({
      clock: now ? { ...machineClock, now } : machineClock,
      log: createLog("info", { write: (line) => void logged.push(line) }),
      port: 0,
      host: "127.0.0.1",
      publicUrl: (port) => `http://127.0.0.1:${port}`,
      ...options,
      ...(oidc ? { oidc } : {}),
      account: { sid: `AC${"0".repeat(31)}1`, authTokens: [authToken], apiUrl: "http://127.0.0.1:9" },
      routing: { ...business, queues: Object.fromEntries(queues) },
      dataDir,
      audioDir,
    });
    if (token) await giveToken(running.store);
  }

  await start(["tide"]);
  onTestFinished(async () => {
    await running.close();
    await Promise.all([folder, audioDir].map((each) => rm(each, { recursive: true, force: true })));
  });

  const fetched = (path: string, { headers: own, ...asked }: Asked = {}) =>
    fetch(`http://127.0.0.1:${running.port}/api/audio/${path}`, { ...asked, headers: { ...headers, ...own } });

  const send: Desk["send"] = (bytes, { title, fileName, type = "application/octet-stream" } = {}) =>
    fetched(`uploads${title === undefined ? "" : `?title=${encodeURIComponent(title)}`}`, {
      method: "POST",
      headers: { "Content-Type": type, ...(fileName === undefined ? {} : { "X-File-Name": fileName }) },
      body: Buffer.from(bytes),
    });

  async function follow(id: string): Promise<readonly Upload[]> {
    const { body } = await fetched(`uploads/${id}/events`);
    const seen: Upload[] = [];
    let text = "";
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = (text + chunk).split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) if (event.startsWith("data: ")) seen.push(JSON.parse(event.slice(6)) as Upload);
      if (seen.at(-1)?.state === "needs-acceptance") break;
    }
    return seen;
  }

  return {
    get url() {
      return `http://127.0.0.1:${running.port}`;
    },
    get app() {
      return running;
    },
    dataDir,
    audioDir,
    logged,
    send,
    follow,
    async ask(path, asked) {
      const response = await fetched(path, asked);
      const text = await response.text();
      return { status: response.status, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
    },
    async upload(bytes, sent) {
      const response = await send(bytes, sent);
      if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
      const { id } = (await response.json()) as Upload;
      const last = (await follow(id)).at(-1);
      if (!last) throw new Error("no event of the upload came");
      return last;
    },
    async files() {
      const found = await readdir(join(dataDir, "audio"), { recursive: true, withFileTypes: true }).catch(() => []);
      return found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    },
    async restart(music = ["tide"], oidc) {
      await running.close();
      await start(music, oidc);
    },
  };
}

/** A file of the fixtures. */
export function fixture(name: string): Buffer {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url));
}
