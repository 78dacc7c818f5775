import { timingSafeEqual } from "node:crypto";
import { RestFault, type Switchboard } from "../switchboard.ts";

/** Refuses 401/20003 unless the request names this account with its token, by HTTP Basic. */
export function checkCredentials(switchboard: Switchboard, authorization: string | undefined): void {
  const [, encoded = ""] = /^Basic (\S+)$/i.exec(authorization ?? "") ?? [];
  const given = Buffer.from(encoded, "base64");
  const right = Buffer.from(`${switchboard.accountSid}:${switchboard.authToken}`);
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new RestFault(401, 20003, "Authenticate");
}
