import type { Instant } from "../../routing/routing.ts";
import type { Store } from "../../store/store.ts";
import { signInUrl } from "../paths.ts";
import type { By } from "./audit.ts";
import { openLinks } from "./links.ts";
import { scopes } from "./scopes.ts";
import { openTokens } from "./tokens.ts";
import { isDisabled, openUsers } from "./users.ts";

const usage = `Stop Holdfast, then:

  npm run access -- link ida@example.com              a link by which Ida chooses a new password
  npm run access -- token "the wallboard" read        a token for a program, good for parts of the API:
                                                      ${scopes.join(", ")}
`;
const by: By = { id: "machine", name: "whoever sits at the machine", from: "" };

type Options = { readonly store: Store; readonly publicUrl: string; readonly now: () => Instant };

/** What whoever sits at the machine may ask for, where nobody can sign in any more. `refused`: nothing was done, and why. */
export async function giveAccess(
  words: readonly string[],
  { store, publicUrl, now }: Options,
): Promise<{ readonly said: string } | { readonly refused: string }> {
  const [what, name = "", ...rest] = words;
  if (what === "link" && name !== "") {
    const users = await openUsers(store, now);
    const user = users.byEmail(name.toLowerCase());
    if (!user) return { refused: `Nobody has the e-mail ${name}. These do: ${listed(users.all())}.\n` };
    if (isDisabled(user))
      return { refused: `${user.name} is disabled. Another admin can enable them on the page Users.\n` };
    const { what: kind, secret } = await openLinks(store, now).make(user, by, true);
    return { said: `For ${user.name}, good once:\n\n  ${signInUrl(publicUrl, kind, secret)}\n` };
  }
  const wanted = scopes.filter((scope) => rest.includes(scope));
  if (what !== "token" || name === "" || rest.length === 0 || wanted.length < rest.length) return { refused: usage };
  const { secret } = await openTokens(store, now).make({ name, scopes: wanted }, by);
  return { said: `The token, shown this once:\n\n  ${secret}\n` };
}

function listed(users: readonly { readonly email: string }[]): string {
  return users.map(({ email }) => email).join(", ") || "none";
}
