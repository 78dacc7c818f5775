import type { Token } from "../../store/people.ts";
import type { Tokens } from "./tokens.ts";
import { isDisabled, type Users } from "./users.ts";

type Options = { readonly users: Pick<Users, "get">; readonly tokens: Pick<Tokens, "get"> };

/** A token may have made a token, and so on: so far it is looked back. */
const mostMakers = 10;
/** By such a name a user was known, and nobody else who makes tokens. */
const aUser = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether a token is stopped because of who made it: somebody who is disabled, or was removed, may know its secret still, and that of a
 * token that was made with it. It goes on once they are enabled again.
 */
export function stoppedTokens({ users, tokens }: Options): (token: Token) => Promise<boolean> {
  return async (token) => {
    let { madeBy } = token;
    for (let maker = 0; maker < mostMakers; maker++) {
      const user = users.get(madeBy);
      if (user) return isDisabled(user);
      if (aUser.test(madeBy)) return true;
      const made = await tokens.get(madeBy);
      if (!made) return false;
      ({ madeBy } = made);
    }
    return true;
  };
}
