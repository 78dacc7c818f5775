import { crc32 } from "node:zlib";

const newline = 10;
const checksumLength = 8;

/** A value as a line that can be checked: eight hex digits of CRC-32, a space, JSON, a newline. */
export function lineOf(value: unknown): string {
  const json = JSON.stringify(value);
  return `${crc32(json).toString(16).padStart(checksumLength, "0")} ${json}\n`;
}

/** The value of a line without its newline; `undefined` when the checksum does not fit. */
export function valueOf(line: Buffer): { readonly value: unknown } | undefined {
  const json = line.subarray(checksumLength + 1);
  const checksum = line.toString("latin1", 0, checksumLength + 1);
  if (checksum !== `${crc32(json).toString(16).padStart(checksumLength, "0")} `) return undefined;
  try {
    return { value: JSON.parse(json.toString()) };
  } catch {
    return undefined;
  }
}

/**
 * What a file of lines holds. `values` are those before the first bad line, `length` their bytes. What follows is
 * `torn` when it looks like a write that a crash cut short (one end without newline, or NULs), else `damaged`.
 */
export type Scan = {
  readonly values: readonly unknown[];
  readonly length: number;
  readonly rest: "nothing" | "torn" | "damaged";
};

/** Reads lines up to the first that is bad. */
export function scan(file: Buffer): Scan {
  const values: unknown[] = [];
  let length = 0;
  for (const { line, end } of linesOf(file)) {
    const read = valueOf(line);
    if (!read) return { values, length, rest: isTorn(file.subarray(length)) ? "torn" : "damaged" };
    values.push(read.value);
    length = end;
  }
  return { values, length, rest: length === file.length ? "nothing" : "torn" };
}

/** A good line after a bad one was written, and synced, after it: then the bad one is damage, not a torn write. */
function isTorn(rest: Buffer): boolean {
  for (const { line } of linesOf(rest)) if (valueOf(line)) return false;
  return rest.includes(0) || !rest.includes(newline);
}

/** The complete lines of a buffer, without their newlines; `end` is the offset behind the newline. */
export function* linesOf(file: Buffer): Generator<{ readonly line: Buffer; readonly end: number }> {
  for (let start = 0; ;) {
    const found = file.indexOf(newline, start);
    if (found === -1) return;
    yield { line: file.subarray(start, found), end: found + 1 };
    start = found + 1;
  }
}
