import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";
import type { PasswordHash } from "../../store/people.ts";
import { oneAtATime } from "../../work/one-at-a-time.ts";

/** https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id */
const costs = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const [saltBytes, hashBytes] = [16, 32];

/** A password as it is chosen: so long that no rule about its letters is needed. */
export const Password = z.string().min(12, "choose at least 12 characters").max(256, "choose at most 256 characters");

const derive = promisify(argon2);
/** One at a time: the threads that do this are those that put promises on the disk, and there are four. */
const inTurn = oneAtATime();

/** The password as it is kept. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(saltBytes);
  const hash = await derived(password, salt, costs);
  return { ...costs, salt: salt.toString("base64url"), hash: hash.toString("base64url") };
}

/** Whether it is the password. */
export async function isPassword(password: string, kept: PasswordHash): Promise<boolean> {
  const hash = await derived(password, Buffer.from(kept.salt, "base64url"), kept);
  const expected = Buffer.from(kept.hash, "base64url");
  return hash.length === expected.length && timingSafeEqual(hash, expected);
}

/** Whether it was kept at other costs than those of today. */
export function isOutdated(kept: PasswordHash): boolean {
  return Object.entries(costs).some(([name, cost]) => kept[name as keyof typeof costs] !== cost);
}

/** The password of nobody: to look at it takes as long as at a real one, so that time does not tell who has an account. */
export const nobodysPassword: PasswordHash = {
  ...costs,
  salt: randomBytes(saltBytes).toString("base64url"),
  hash: randomBytes(hashBytes).toString("base64url"),
};

function derived(password: string, salt: Buffer, { memory, passes, parallelism }: Omit<PasswordHash, "salt" | "hash">) {
  // The same letters may come composed or not, by the keyboard.
  const message = password.normalize("NFKC");
  const how = { message, nonce: salt, memory, passes, parallelism, tagLength: hashBytes };
  return inTurn("argon2", () => derive("argon2id", how));
}
