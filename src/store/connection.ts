import { join } from "node:path";
import { z } from "zod";
import { bytesOf, replaceFile, toDisk } from "./disk.ts";
import { damaged } from "./unusable.ts";

const Kept = z.strictObject({
  account: z.strictObject({ sid: z.string(), authToken: z.string() }).optional(),
  before: z.record(z.string(), z.record(z.string(), z.string())),
});
/**
 * How Holdfast is connected to Twilio, where that was done on the page: the account, and where its numbers led `before` they led here, by
 * the number's SID.
 */
export type Connection = {
  readonly account?: KeptAccount;
  readonly before: Readonly<Record<string, Readonly<Record<string, string>>>>;
};
/** An account with the token that signs. */
export type KeptAccount = { readonly sid: string; readonly authToken: string };

const fileIn = (folder: string) => join(folder, "twilio.json");

/** Reads it, beside the data. Throws StoreUnusable where there is a file and it is none of ours. */
export async function readConnection(folder: string): Promise<Connection> {
  const bytes = await bytesOf(fileIn(folder));
  if (!bytes) return { before: {} };
  const { account, before } = kept(bytes) ?? refuse(folder);
  return { before, ...(account ? { account } : {}) };
}

/** Keeps it, durable, in a file that only the user that runs Holdfast can read. */
export async function keepConnection(folder: string, connection: Connection): Promise<void> {
  await replaceFile(fileIn(folder), toDisk, (file) => file.writeFile(`${JSON.stringify(connection, null, 2)}\n`));
}

function kept(bytes: Buffer): z.infer<typeof Kept> | undefined {
  try {
    return Kept.safeParse(JSON.parse(bytes.toString("utf8"))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refuse(folder: string): never {
  throw damaged(`${fileIn(folder)} is not how Holdfast keeps a Twilio account`);
}
