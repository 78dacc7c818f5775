import { createHash, randomBytes } from "node:crypto";

/** An opaque secret of 256 bits. Whoever has it comes in; only its hash is kept. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** By what a secret is known. It needs no salt and no cost: 256 bits are not guessed. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
