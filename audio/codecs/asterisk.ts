import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { decodeMuLaw, encodeMuLaw } from "../../src/audio/mulaw.ts";

/** Where Debian's asterisk-moh-opsound-wav puts the music that Asterisk plays to those who hold: what others ship, to be measured only. */
const folder = "/usr/share/asterisk/moh";

/** Asterisk's hold music as a telephone plays it, by name; throws, saying what to install, where it is not there. */
export function asteriskMusic(): readonly { readonly name: string; readonly samples: Float64Array }[] {
  if (!existsSync(folder)) throw new Error(`${folder} is not there: apt-get install asterisk-moh-opsound-wav`);
  const files = readdirSync(folder).filter((file) => file.endsWith(".wav"));
  return files.sort().map((file) => ({ name: file.replace(".wav", ""), samples: throughMuLaw(join(folder, file)) }));
}

function throughMuLaw(file: string): Float64Array {
  const words = ["-D", file, "-t", "raw", "-r", "8000", "-e", "signed", "-b", "16", "-c", "1", "-"];
  const { stdout, status, stderr } = spawnSync("sox", words, { maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`sox cannot read ${file}: ${stderr.toString()}`);
  const samples = new Int16Array(stdout.buffer, stdout.byteOffset, stdout.length / 2);
  return Float64Array.from(samples, (value) => decodeMuLaw(encodeMuLaw(value)) / 32_768);
}
