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
 * `torn` when it is what a crash leaves of a write, one beginning of a line or NULs, else `damaged`.
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
    if (!read) break;
    values.push(read.value);
    length = end;
  }
  if (length === file.length) return { values, length, rest: "nothing" };
  return { values, length, rest: isTorn(file.subarray(length)) ? "torn" : "damaged" };
}

/** A write that was cut short has no newline. A whole line whose newline alone is wrong was written to its end. */
function isTorn(rest: Buffer): boolean {
  return !rest.includes(newline) && !valueOf(rest.subarray(0, -1));
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
