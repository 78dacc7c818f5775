import { spawnSync } from "node:child_process";
import { cpus, loadavg, release } from "node:os";

/** Whether processes can be pinned to a core here; servers go to the first, whoever asks them to the last. */
export const canPin = cpus().length > 1 && spawnSync("taskset", ["-p", `${process.pid}`]).status === 0;

/** A command on the servers' core. */
export function onServersCore(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  return canPin ? ["taskset", "-c", "0", ...command] : command;
}

/** A command on any core, wherever this process was moved. */
export function onAllCores(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  return canPin ? ["taskset", "-c", `0-${cpus().length - 1}`, ...command] : command;
}

/** Moves this process, all its threads, to the askers' core. */
export function moveToAskersCore(): void {
  if (canPin) spawnSync("taskset", ["-a", "-c", "-p", `${cpus().length - 1}`, `${process.pid}`]);
}

/** The load average now, over one, five and fifteen minutes. */
export const load = () =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(" ");

/** What the figures hold for. */
export function conditions(): string {
  const processor = cpus()[0]?.model.trim() ?? "unknown";
  const pinned = canPin
    ? "each server pinned to one core, the asking process to another"
    : "nothing pinned to a core, for there is no taskset or one core only";
  return `Node ${process.version}, ${process.platform} ${release()}, ${cpus().length} cores (${processor}), ${pinned}. Load average at the start: ${load()}.`;
}
