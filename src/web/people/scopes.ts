/** What of the API a token may be good for. */
export const scopes = ["everything", "read", "callbacks", "routing", "sound", "users"] as const;
export type Scope = (typeof scopes)[number];

/** The parts of the API that have a scope of their own; each lets its part be read and changed. */
const parts: readonly (readonly [RegExp, Scope])[] = [
  [/^\/api\/callbacks\b/, "callbacks"],
  [/^\/api\/routing\b/, "routing"],
  [/^\/api\/audio\b/, "sound"],
  [/^\/api\/(users|tokens|sessions|audit)\b/, "users"],
];

type Asking = { readonly method: string; readonly path: string; readonly asks?: true };

/** The scopes that an operation can be asked with, any of them: `read` reads all but who may what. */
export function scopesFor({ method, path, asks }: Asking): readonly Scope[] {
  const part = parts.find(([mark]) => mark.test(path))?.[1];
  const reads = (asks === true || method.toLowerCase() === "get") && part !== "users";
  return ["everything", ...(reads ? (["read"] as const) : []), ...(part ? [part] : [])];
}
