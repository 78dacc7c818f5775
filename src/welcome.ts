import type { Environment } from "./environment.ts";
import type { Holdfast } from "./holdfast.ts";
import { readable } from "./phone/book.ts";
import type { Routing } from "./routing/routing.ts";

/** What a newcomer reads after `npm start` without an account: one screen that says what to do next. */
export function demoScreen(
  lines: Routing["lines"],
  reps: Routing["reps"],
  { publicUrl }: Pick<Holdfast, "publicUrl">,
  exchange: string,
): string {
  const names = Object.values(reps).map(({ name }) => name);
  const [first = "Ana"] = names;
  return `
Holdfast is up in demo mode: no Twilio account is needed, a telephone exchange of its own plays the network.

  The line     ${lines.map(({ number, name }) => `${readable(number)} (${name})`).join(", ")}, open round the clock here
  The reps     ${names.join(", ")}
  The app      ${publicUrl}   the exchange  ${exchange}

Make the first call in a browser, at ${publicUrl}/phone: a caller's telephone and a rep's.
Or with two more terminals:

  1. npm run phone -- rep ${first}     then press  t  and text  in  to sign in
  2. npm run phone                then press  d  to dial the line, and listen

Live, with real telephones: put TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and PUBLIC_URL into .env, as .env.example says.
Stop with Ctrl-C.
`;
}

/** What an admin reads after `npm start` with an account. */
export function liveScreen(
  lines: Routing["lines"],
  { publicUrl, urls, firstLink }: Pick<Holdfast, "publicUrl" | "urls" | "firstLink">,
  environment: Environment,
): string {
  return `
Holdfast is up and answers for ${lines.map(({ number }) => readable(number)).join(", ")}.

  Address      ${publicUrl}
  Data         ${environment.dataDir} (one process)

Point each number at it, in Twilio's console or by its API:

  Voice URL           ${urls.voice}
  Voice fallback URL  ${urls.voiceFallback}
  Call status URL     ${urls.status}
  Messaging URL       ${urls.sms}
${firstLink === undefined ? "" : first(firstLink)}`;
}

/** Nobody can sign in yet: whoever reads the screen is the one who may. */
function first(link: string): string {
  return `
Nobody can sign in yet. Open this within 24 hours to become the first admin; it is good once, and each start prints another:

  ${link}
`;
}
