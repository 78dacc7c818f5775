import type { Fault } from "./document.ts";
import { overridesFault } from "./overrides.ts";

const hasScheme = (url: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(url);

/**
 * What is wrong with a URL that Twilio is to request: http or https, absolute or relative, no space, and no underscore
 * in its host (https://www.twilio.com/docs/voice/twiml). `code` is the error of the attribute it stands in.
 */
export function urlFault(url: string, code: number): Fault | undefined {
  const say = (why: string): Fault => ({ code, message: `${why}: ${url}` });
  if (/[\s\p{Cc}]/u.test(url)) return say("a URL holds no spaces or control characters");
  if (hasScheme(url) && !/^https?:\/\/[^/?#]/i.test(url)) return say("a URL is http or https, or relative");
  const parsed = URL.parse(url, "https://relative.invalid/");
  if (!parsed) return say("not a URL");
  if (parsed.hostname.includes("_")) return say("a host name holds no underscore");
  return overridesFault(parsed.hash.slice(1));
}

/** Whether a URL says its own host; a relative one needs the address of the document it stands in. */
export const isAbsolute = (url: string): boolean => hasScheme(url);
