import type { HoldfastOptions } from "./holdfast-options.ts";
import type { Routing } from "./routing/routing.ts";
import type { Operation } from "./web/api/operation.ts";
import { twilioOperations } from "./web/api/twilio.ts";
import { askOwnAddress } from "./web/own-address.ts";
import { numberUrls } from "./web/paths.ts";
import type { Proofs } from "./web/proofs.ts";
import { openConnection } from "./work/connection.ts";

type Reached = { readonly publicUrl: string; readonly proofs: Proofs; readonly routing: () => Routing };

/** What the page asks to connect an account of Twilio's. Throws StoreUnusable where what is kept of one is none of ours. */
export async function connecting(
  { dataDir, account, demo, clock, accountFrom = "environment", connectApiUrl }: HoldfastOptions,
  { publicUrl, proofs, routing }: Reached,
): Promise<readonly Operation[]> {
  const { voice, voiceFallback, status, sms } = numberUrls(publicUrl);
  // The account of the demo is the exchange's own.
  const running = demo ? {} : { running: { sid: account.sid, authToken: account.authTokens[0], from: accountFrom } };
  const apiUrl = connectApiUrl ?? (demo ? undefined : account.apiUrl);
  const desk = await openConnection({
    dataDir,
    publicUrl,
    ...running,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    urls: { voiceUrl: voice, voiceFallbackUrl: voiceFallback, statusCallback: status, smsUrl: sms },
    awaitSigned: proofs.await,
    ownAddress: askOwnAddress,
    routing,
    clock,
  });
  const reachable = publicUrl.startsWith("https:") || apiUrl !== undefined;
  return twilioOperations({ desk, publicUrl, hindrance: reachable ? undefined : notReached(publicUrl) });
}

/** Calls are not to be sent in the clear, and Twilio reaches no machine by a name of its own. */
function notReached(publicUrl: string): string {
  return `Twilio cannot reach ${publicUrl}. Set PUBLIC_URL to the https address at which this server is reached from outside, and start again.`;
}
