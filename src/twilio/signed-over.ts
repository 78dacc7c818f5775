import { signatureChecker } from "./signature.ts";
import type { Params } from "./params.ts";

/** A request as it came to us, and the address that Twilio was told. */
export type Arrived = {
  readonly method: string;
  /** Path and query as they were asked for. */
  readonly asked: string;
  readonly params: Params;
  readonly signature: string | undefined;
  /** What the request and the proxies before us say of the host that was asked. */
  readonly hosts: readonly string[];
};

/** How a request was signed. `over`: validly, over another address than the one we check by, which this is. */
export type Signed = { readonly as: "right" | "unsigned" | "unknown" } | { readonly as: "over"; readonly over: string };

/** The address that Twilio was told, of a server at `publicUrl`, and the token that signs. */
export type Told = { readonly told: string; readonly publicUrl: string; readonly token: string };

/**
 * Over which address a request was signed, tried out: the one that we were to be asked at, then those that redirects and proxies make
 * of it. `unknown`: over none of them, or with another token.
 */
export function signedOver(arrived: Arrived, { told, publicUrl, token }: Told): Signed {
  const { signature, params } = arrived;
  if (!signature) return { as: "unsigned" };
  const isSigned = (address: string) => {
    const { origin, pathname, search } = new URL(address);
    return signatureChecker([token], origin)(pathname + search, params, signature);
  };
  if (signatureChecker([token], publicUrl)(arrived.asked, params, signature)) return { as: "right" };
  const over = addressesLike(told, arrived).find(isSigned);
  return over === undefined ? { as: "unknown" } : { as: "over", over };
}

/** The addresses that Twilio may have asked in place of the one that it was told, the likeliest first. */
function addressesLike(told: string, { asked, hosts }: Arrived): readonly string[] {
  const { host, pathname, search } = new URL(told);
  const named = [host, ...hosts, host.startsWith("www.") ? host.slice(4) : `www.${host}`];
  const paths = [pathname + search, asked, `${pathname}/${search}`, pathname];
  const all = named.flatMap((one) =>
    ["https", "http"].flatMap((scheme) => paths.map((path) => `${scheme}://${one}${path}`)),
  );
  return [...new Set([told, ...all])].filter((one) => URL.canParse(one));
}
