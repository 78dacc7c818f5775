import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** Seals a value so that nobody else can read or make it, and whoever has it can only bring it back. */
export type Sealer = {
  readonly seal: (value: unknown) => string;
  /** Undefined: it is none of ours. */
  readonly open: (sealed: string) => unknown;
};

const [ivBytes, tagBytes] = [12, 16];

/** Its key is this process's own: what was sealed before a restart cannot be opened after it. */
export function newSealer(): Sealer {
  const key = randomBytes(32);
  return {
    seal(value) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: tagBytes });
      const text = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length <= ivBytes + tagBytes) return undefined;
      const iv = bytes.subarray(0, ivBytes);
      const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: tagBytes });
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      try {
        const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
        return JSON.parse(text.toString("utf8")) as unknown;
      } catch {
        // Whether it was made up or is of before a restart makes no difference to whoever brings it.
        return undefined;
      }
    },
  };
}
