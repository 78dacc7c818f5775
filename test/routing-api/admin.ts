import request from "supertest";
import { adminToken } from "../support/admin-token.ts";
import { business, type Business } from "../support/business.ts";
import { office, type Office, type OfficeOptions } from "../support/office.ts";

/** An admin at the routing of a small business. */
export type Admin = {
  readonly office: Office;
  readonly get: (path?: string) => Promise<request.Response>;
  readonly post: (path: string, body?: object, ifMatch?: string) => Promise<request.Response>;
  readonly put: (path: string, body: object) => Promise<request.Response>;
  readonly remove: (path: string, ifMatch?: string) => Promise<request.Response>;
  /** Saves a draft of the business as it was, with a change; where there is one already, `ifMatch` is what was read. */
  readonly drafts: (change: (routing: Business) => void, ifMatch?: string) => Promise<request.Response>;
  /** Drafts a change and publishes it. Throws, saying why not, where that is refused. */
  readonly publishes: (change: (routing: Business) => void, as?: object) => Promise<request.Response>;
};

export async function openAdmin(options: OfficeOptions = { reps: ["Ben"] }): Promise<Admin> {
  const opened = office(options);
  // A restart keeps the port.
  const base = `${(await opened.app()).publicUrl}/api/routing`;
  const api = request(base);
  const asked = (test: request.Test, tag?: string) => {
    void test.set("Authorization", `Bearer ${adminToken}`);
    if (tag !== undefined) void (tag === "none" ? test.set("If-None-Match", "*") : test.set("If-Match", tag));
    return test;
  };
  const drafts: Admin["drafts"] = async (change, ifMatch = "none") => {
    const source = structuredClone(business);
    change(source);
    return asked(api.put("/draft"), ifMatch).send({ source });
  };
  const post: Admin["post"] = async (path, body = {}, ifMatch) => asked(api.post(path), ifMatch).send(body);
  return {
    office: opened,
    get: async (path = "") => asked(api.get(path)),
    post,
    put: async (path, body) => asked(api.put(path)).send(body),
    remove: async (path, ifMatch) => asked(api.delete(path), ifMatch),
    drafts,
    async publishes(change, as = {}) {
      const drafted = await drafts(change);
      const done = await post("/publish", as, drafted.headers["etag"]);
      if (done.status !== 201) throw new Error(`${drafted.status} ${drafted.text}\n${done.status} ${done.text}`);
      return done;
    },
  };
}

/** The menu says something else. */
export const sayingWelcomeTo = (name: string) => (routing: Business) => {
  routing.prompts.en["main-menu"] = `Welcome to ${name}. For sales, press 1. For support, press 2.`;
};
