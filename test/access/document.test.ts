import { Router } from "express";
import { beforeAll, afterAll, describe, expect, test } from "vitest";
import { paths } from "../../src/web/paths.ts";
import { roles, type Role } from "../../src/web/api/who.ts";
import { openHouse, secretIn, type House } from "./house.ts";
import type { Visitor } from "./visitor.ts";

type Described = {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly "x-role"?: Role;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: object;
  readonly responses: object;
};
type Document = { readonly openapi: string; readonly paths: Record<string, Record<string, Described>> };
type One = Described & { readonly method: string; readonly path: string };

/** Every path that Express is told to answer, while a house opens. */
const routed: string[] = [];
const { route } = Router.prototype;
beforeAll(() => {
  Router.prototype.route = function (path: string | RegExp) {
    routed.push(typeof path === "string" ? path : path.source);
    return route.call(this, path);
  };
});
afterAll(() => {
  Router.prototype.route = route;
});

async function operationsOf({ desk }: House): Promise<readonly One[]> {
  const document = (await (await fetch(`${desk.url}/api/openapi.json`)).json()) as Document;
  expect(document.openapi).toBe("3.1.0");
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ ...one, method: method.toUpperCase(), path })),
  );
}

/** Somebody of a role, signed in. */
async function signedInAs(house: House, role: Role): Promise<Visitor> {
  const body = { name: `the ${role}`, email: `${role}@example.com`, role };
  const made = await house.admin.ask("POST", "/api/users", { body });
  const { link } = made.body as { link: { url: string } };
  const at = house.browser();
  await at.ask("POST", `/api/invitations/${secretIn(link.url)}`, { body: { password: "a horse, a battery" } });
  return at;
}

/** An address of the operation, with names that are none. */
const addressOf = ({ path }: One) => path.replaceAll(/\{\w+\}/g, "none");
const leaves = ["signOutEverywhere", "endMySession"];

describe("the API's document", () => {
  test("has every route under /api that Express is told of, and every path of ours", async () => {
    const described = new Set((await operationsOf(await openHouse())).map(({ path }) => path));
    const asDescribed = (path: string) => path.replaceAll(/:(\w+)/g, "{$1}");
    const ours = [...routed, ...Object.values(paths).flat()].filter((path) => path.startsWith("/api/"));
    expect(routed).toEqual(expect.arrayContaining(["/api/callbacks/:id", "/api/me", "/healthz"]));
    expect(ours.map(asDescribed).filter((path) => !described.has(path))).toEqual([]);
  });

  test("names each operation once, and each name in a path", async () => {
    const all = await operationsOf(await openHouse());
    expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length);
    for (const { path, parameters, responses } of all) {
      const named = parameters.filter((one) => one.in === "path").map(({ name }) => `{${name}}`);
      expect([path, named]).toEqual([path, path.match(/\{\w+\}/g) ?? []]);
      expect(Object.keys(responses)).toContain("default");
    }
  });

  test("can be read by anybody, and says what is for anybody", async () => {
    const all = await operationsOf(await openHouse());
    expect(all.filter(({ security }) => security.length === 0).map(({ operationId }) => operationId)).toEqual([
      "signIn",
      "readWaysIn",
      "signOut",
      "makeFirstUser",
      "signInByIssuer",
      "comeBackFromIssuer",
      "readInvitation",
      "acceptInvitation",
      "showApiDocument",
      "readApiDocumentPart",
      "readApiDocument",
    ]);
  });
});

describe("every operation of the document that is not for anybody", () => {
  test("is refused to whoever has not signed in, before anything of it is read", async () => {
    const house = await openHouse();
    const stranger = house.browser();
    for (const one of (await operationsOf(house)).filter(({ security }) => security.length > 0)) {
      const answer = await stranger.ask(one.method, addressOf(one), one.requestBody ? { body: { any: "thing" } } : {});
      expect([one.operationId, answer.status, answer.headers["content-type"]]).toEqual([
        one.operationId,
        401,
        "application/problem+json; charset=utf-8",
      ]);
    }
  });

  test("is refused to the role beneath, and not to the role that it needs", async () => {
    const house = await openHouse();
    const people = new Map<Role, Visitor>();
    for (const role of roles) people.set(role, await signedInAs(house, role));
    const [letIn, refused]: [string[], string[]] = [[], []];
    for (const one of await operationsOf(house)) {
      const needs = one["x-role"];
      if (needs === undefined || leaves.includes(one.operationId)) continue;
      const beneath = roles[roles.indexOf(needs) - 1];
      const ask = async (role: Role) => (await people.get(role)?.ask(one.method, addressOf(one)))?.status ?? 0;
      if (beneath && (await ask(beneath)) !== 403) letIn.push(one.operationId);
      if ([0, 401, 403].includes(await ask(needs))) refused.push(one.operationId);
    }
    expect({ letIn, refused }).toEqual({ letIn: [], refused: [] });
  });

  test("that changes anything is refused to the page of another site", async () => {
    const house = await openHouse();
    for (const one of (await operationsOf(house)).filter(({ method }) => method !== "GET")) {
      const answer = await house.admin.ask(one.method, addressOf(one), { headers: { "Sec-Fetch-Site": "cross-site" } });
      expect([one.operationId, answer.status]).toEqual([one.operationId, 403]);
    }
    expect((await house.admin.ask("GET", "/api/me")).status).toBe(200);
  });
});

test("what one may is told with who one is", async () => {
  const house = await openHouse();
  const rep = await signedInAs(house, "rep");
  const { may } = (await rep.ask("GET", "/api/me")).body as { may: readonly string[] };
  expect(may).toEqual(expect.arrayContaining(["whoAmI", "makeCallback"]));
  expect(may).not.toEqual(expect.arrayContaining(["inviteUser"]));
});

test("a change that no record tells of by itself is in the log too", async () => {
  const house = await openHouse();
  await house.admin.ask("PUT", "/api/callbacks/switch", { body: { off: true } });
  const { lines } = (await house.admin.ask("GET", "/api/audit?limit=1")).body as { lines: unknown[] };
  expect(lines).toMatchObject([{ what: "setCallbackSwitch", by: { name: "Ida" }, did: { off: true } }]);
});
