import type { Request } from "express";
import { Problem } from "./problem.ts";

/** Whether something is still as whoever edits has read it: two who edit at once do not undo each other's work unseen. Refuses an edit without If-Match (428). */
export function asRead(request: Request): (etag: string) => boolean {
  const read = request.get("If-Match");
  if (read === undefined)
    throw new Problem(428, "Send If-Match with the ETag of what you have read, or * to change it however it stands.");
  const named = read.split(",").map((one) => one.trim());
  return (etag) => named.includes("*") || named.includes(etag);
}
