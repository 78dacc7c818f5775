import request from "supertest";
import { adminToken } from "../support/admin-token.ts";
import { office, type Office, type OfficeOptions } from "../support/office.ts";

/** What the API says of a return call, as far as tests ask. */
export type Shown = {
  readonly id: string;
  readonly code: string;
  readonly number: string;
  readonly state: { readonly at: string };
  readonly late: boolean;
  readonly owed: { readonly from?: string; readonly by?: string };
  readonly promises: readonly { readonly by?: string; readonly ended?: { readonly how: string } }[];
};

/** An admin at the API of a small business. */
export type Admin = {
  readonly office: Office;
  readonly get: (path?: string, query?: object) => request.Test;
  readonly post: (body: object | string, path?: string) => request.Test;
  readonly patch: (path: string, body: object, ifMatch?: string) => request.Test;
  readonly remove: (path: string, ifMatch?: string) => request.Test;
  /** A return call that is promised to a number, and how it is read back. */
  readonly made: (body: object) => Promise<{ readonly shown: Shown; readonly etag: string }>;
};

/** At ten in New York, as the API writes it. */
export const tenOClock = "2026-11-23T15:00:00.000Z";
export const at = (time: string) => `2026-11-23T${time}:00-05:00`;
/** A number in New York that may be rung. */
export const anne = "+12125550123";

export async function openAdmin(options: OfficeOptions = { reps: ["Ana", "Ben"] }): Promise<Admin> {
  const opened = office(options);
  const url = async () => (await opened.app()).publicUrl;
  const base = `${await url()}/api/callbacks`;
  const allowed = (asked: request.Test) => asked.set("Authorization", `Bearer ${adminToken}`);
  const matching = (asked: request.Test, tag?: string) => (tag === undefined ? asked : asked.set("If-Match", tag));
  const api = request(base);
  const post: Admin["post"] = (body, path = "") =>
    allowed(api.post(path).set("Content-Type", "application/json")).send(body);
  return {
    office: opened,
    get: (path = "", query = {}) => allowed(api.get(path)).query(query),
    post,
    patch: (path, body, tag) => matching(allowed(api.patch(path)), tag).send(body),
    remove: (path, tag) => matching(allowed(api.delete(path)), tag),
    async made(body) {
      const answer = await post({ queue: "support", number: anne, ...body });
      if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.text}`);
      return { shown: answer.body as Shown, etag: answer.headers["etag"] ?? "" };
    },
  };
}
