/** A one-time link: what it is for, and the secret that it carries behind the `#`. */
export type Link = { readonly what: "first" | "invitation" | "reset"; readonly secret: string };

/** The link in an address's part behind the `#`; `undefined`: there is none. */
export function linkIn(hash: string): Link | undefined {
  const [, what, secret] = /^#(first|invitation|reset)=(.+)$/.exec(hash) ?? [];
  return secret === undefined ? undefined : { what: what as Link["what"], secret };
}
