import { readFile, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { isRefusal, ownFile } from "./disk.ts";
import { StoreInUse, unreadable } from "./unusable.ts";

/** Who holds the folder. A process id alone is used again; with the machine's boot and the start time it is one process. */
type Holder = { readonly pid: number; readonly boot?: string; readonly started?: string };

const holderShape = z.object({ pid: z.int().positive(), boot: z.string().optional(), started: z.string().optional() });

/** That this process alone uses a folder. `held` is false when another took it nevertheless. */
export type Lock = { held(): Promise<boolean>; release(): Promise<void> };

/** Takes the lock of a folder, also from a process that is gone. Throws StoreInUse while another process holds it. */
export function takeLock(folder: string): Promise<Lock> {
  return takeLockFile(join(folder, "lock"));
}

async function takeLockFile(path: string): Promise<Lock> {
  const ours = JSON.stringify(holderShape.parse(await identify(process.pid)));
  while (!(await make(path, ours))) await clearStale(path);
  const held = async () => (await textOf(path)) === ours;
  return {
    held,
    async release() {
      if (await held()) await unlink(path);
    },
  };
}

async function make(path: string, ours: string): Promise<boolean> {
  try {
    await writeFile(path, ours, { flag: "wx", mode: ownFile });
    return true;
  } catch (cause) {
    if (isRefusal(cause, "EEXIST")) return false;
    throw unreadable(path, cause);
  }
}

/**
 * Removes a stale lock. Two may find it stale, and the slower must not remove what the faster has made since: it is
 * looked at again and removed under a lock of its own, which is taken in the same way.
 */
async function clearStale(path: string): Promise<void> {
  const text = await settledText(path);
  if (text === undefined) return;
  const holder = holderIn(text);
  if (holder && (await isRunning(holder))) throw inUse(path, holder);
  const takeover = await takeLockFile(`${path}.takeover`);
  if ((await textOf(path)) === text) await unlink(path);
  await takeover.release();
}

/** A lock that says nothing is being written just now, or its writing was cut short by a crash: a moment tells. */
async function settledText(path: string): Promise<string | undefined> {
  const text = await textOf(path);
  if (text === undefined || holderIn(text)) return text;
  await setTimeout(200);
  return textOf(path);
}

function inUse(path: string, { pid }: Holder): StoreInUse {
  return new StoreInUse(`${path}: the folder is in use by process ${pid}. Stop it, or set DATA_DIR to another folder.`);
}

function holderIn(text: string): Holder | undefined {
  try {
    const { pid, boot, started } = holderShape.parse(JSON.parse(text));
    return { pid, ...(boot !== undefined && { boot }), ...(started !== undefined && { started }) };
  } catch {
    return undefined;
  }
}

async function isRunning(holder: Holder): Promise<boolean> {
  if (!isAlive(holder.pid)) return false;
  const now = await identify(holder.pid);
  return !now.ended && !differs(holder.boot, now.boot) && !differs(holder.started, now.started);
}

/** What is not known on this system tells nothing. */
function differs(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    // Not allowed to signal it: then it is there, and somebody else's.
    return isRefusal(cause, "EPERM");
  }
}

/**
 * Linux tells boot, start time and whether the process has ended and is only waiting for its parent to notice
 * (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html); elsewhere the id must do.
 */
async function identify(pid: number): Promise<Holder & { readonly ended: boolean }> {
  const boot = (await systemText("/proc/sys/kernel/random/boot_id"))?.trim();
  // The second field is the program's name in brackets and may hold spaces: the third and the 22nd are counted from its end.
  const fields = (await systemText(`/proc/${pid}/stat`))?.split(") ").at(-1)?.split(" ");
  const started = fields?.[19];
  return {
    pid,
    ended: fields?.[0] === "Z",
    ...(boot !== undefined && { boot }),
    ...(started !== undefined && { started }),
  };
}

function systemText(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if (isRefusal(cause, "ENOENT")) return undefined;
    throw unreadable(path, cause);
  }
}
