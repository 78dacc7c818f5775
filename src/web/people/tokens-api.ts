import { z } from "zod";
import type { Token } from "../../store/people.ts";
import { operation, type Operation } from "../api/operation.ts";
import { Time } from "../callback-schemas.ts";
import { paths } from "../paths.ts";
import { Problem } from "../problem.ts";
import { byOf } from "./audit.ts";
import { PersonName } from "./fields.ts";
import { scopes } from "./scopes.ts";
import type { Tokens } from "./tokens.ts";

const Scopes = z.array(z.enum(scopes)).min(1, "name what it is good for").meta({
  description:
    "`read`: to read everything but users, tokens, sessions and the audit log; the others: to read and change their part; `everything`",
});
const TokenView = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  usedAt: z.iso.datetime().optional().meta({ description: "to within some minutes" }),
  expiresAt: z.iso.datetime().optional(),
  stopped: z
    .boolean()
    .meta({ description: "whoever made it is disabled or was removed: it is good for nothing meanwhile" }),
});

const tag = "Tokens";
const iso = (at: number) => new Date(at).toISOString();

type Options = {
  readonly tokens: Tokens;
  readonly isStopped: (token: Token) => Promise<boolean>;
  readonly now: () => number;
};

/** What programs come in with: for admins. */
export function tokenOperations({ tokens, isStopped, now }: Options) {
  const shown = async (token: Token) => tokenView(token, await isStopped(token));
  return [
    operation({
      id: "listTokens",
      method: "get",
      path: paths.tokens,
      tag,
      summary: "All tokens, the latest first; never their secrets.",
      needs: "admin",
      endings: { 200: { says: "All of them.", body: z.object({ tokens: z.array(TokenView) }) } },
      answer: async () => ({ body: { tokens: await Promise.all((await tokens.all()).map(shown)) } }),
    }),
    operation({
      id: "makeToken",
      method: "post",
      path: paths.tokens,
      tag,
      summary: "A token for a program. Its secret is shown this once.",
      needs: "admin",
      body: z.strictObject({ name: PersonName, scopes: Scopes, expiresAt: Time.optional() }),
      audit: "own",
      endings: { 201: { says: "Made.", body: z.object({ token: TokenView, secret: z.string() }) } },
      async answer({ body: { expiresAt, ...said }, who, request }) {
        if (expiresAt !== undefined && expiresAt <= now()) throw new Problem(422, "That time is past.");
        const wish = { ...said, ...(expiresAt === undefined ? {} : { expiresAt }) };
        const { token, secret } = await tokens.make(wish, byOf(who, request));
        return { status: 201, body: { token: await shown(token), secret } };
      },
    }),
    operation({
      id: "revokeToken",
      method: "delete",
      path: paths.token,
      tag,
      summary: "Revokes a token: it is good for nothing from now on.",
      needs: "admin",
      params: z.object({ id: z.string().max(100) }),
      audit: "own",
      endings: { 204: { says: "Revoked." } },
      async answer({ params: { id }, who, request }) {
        if (!(await tokens.revoke(id, byOf(who, request))))
          throw new Problem(404, "There is no such token (any more).");
        return { status: 204 };
      },
    }),
  ] satisfies readonly Operation[];
}

function tokenView(token: Token, stopped: boolean): z.infer<typeof TokenView> {
  const { id, name, scopes: good, madeBy, madeAt, usedAt, expiresAt } = token;
  return {
    stopped,
    id,
    name,
    scopes: [...good],
    madeBy,
    madeAt: iso(madeAt),
    ...(usedAt === undefined ? {} : { usedAt: iso(usedAt) }),
    ...(expiresAt === undefined ? {} : { expiresAt: iso(expiresAt) }),
  };
}
