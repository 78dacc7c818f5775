import type { LanguageCode } from "../routing/routing.ts";

/** What a caller's text asks for. `code`: the receipt that it names; `when`: what it says of a time, as it was written. */
export type Order = {
  readonly does: "call" | "move" | "cancel" | "where" | "stop" | "start" | "yes" | "no" | "help" | "no-calls" | "words";
  readonly code?: string;
  readonly when?: string;
  /** The language of the word, where it belongs to one alone. */
  readonly language?: LanguageCode;
  /** Twilio takes this text for an opt-out: it sends an answer of its own, and none of ours until the number opts in again. */
  readonly optsOut?: true;
};
type Does = Exclude<Order["does"], "words">;

/**
 * The words that stop texts from a number, at Twilio, where they are all that is said. CANCEL is one of them, so that our own
 * texts ask for CANCEL with the receipt. https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
 */
const optOuts = new Set(["stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout"]);

/** The words that begin a text, in small letters without accents; the first that fits counts. */
const words: Readonly<Record<LanguageCode, readonly (readonly [Does, string])[]>> = {
  en: [
    ["no-calls", "(?:stop call(?:s|ing)(?: me)?|(?:do not|dont) call(?: me)?|no calls)$"],
    ["stop", "(?:stop|stopall|unsubscribe|end|quit|revoke|optout)$"],
    ["start", "(?:start|unstop)$"],
    ["call", "(?:please )?(?:call|ring|phone)(?: me)?(?: back)?"],
    ["move", "(?:please )?(?:move|change|reschedule|postpone)(?: (?:it|me|my call))?(?: to)?"],
    ["cancel", "(?:please )?cancel(?: (?:it|my call))?"],
    ["where", "(?:where|status|place|when)"],
    ["yes", "(?:yes|yep|yeah|y|solved|ok|okay)$"],
    ["no", "(?:no|nope|n|not yet|not solved)$"],
    ["help", "(?:help|info)$"],
  ],
  es: [
    ["no-calls", "(?:no (?:me )?llam(?:ar|en|e)(?: mas)?)$"],
    ["stop", "(?:alto|baja|parar|basta)$"],
    ["start", "(?:alta|iniciar|empezar)$"],
    ["call", "(?:por favor )?llam(?:ar|a|e|en|ada)(?:me)?"],
    ["move", "(?:por favor )?(?:mover|mueva|muevan|cambiar|cambie|cambien|aplazar)(?:la|lo)?(?: a)?"],
    ["cancel", "(?:por favor )?(?:cancelar|cancele|cancelen|cancela|anular|anule)(?:la|lo)?"],
    ["where", "(?:donde|lugar|estado|cuando)"],
    ["yes", "(?:si|s|resuelto|vale)$"],
    ["no", "(?:no|todavia no|aun no|no resuelto)$"],
    ["help", "(?:ayuda)$"],
  ],
};

const patterns = Object.entries(words).flatMap(([language, all]) =>
  all.map(([does, word]) => ({ language, does, pattern: new RegExp(`^(?:${word})(?![a-z])`) })),
);

/** Reads what a caller's text asks for; what begins with none of our words is `words`, with a receipt in it or without. */
export function readOrder(body: string): Order {
  const text = folded(body);
  const [code] = /(?<!\d)\d{6}(?!\d)/.exec(text) ?? [];
  const rest = code === undefined ? text : text.replace(code, " ").replace(/\s+/g, " ").trim();
  const named = code === undefined ? {} : { code };
  const fits = patterns.filter(({ pattern }) => pattern.test(rest));
  const [first] = fits;
  if (!first) return { does: rest === "" && code !== undefined ? "where" : "words", ...named };
  const when = rest.replace(first.pattern, "").trim();
  const only = fits.every(({ language }) => language === first.language) ? { language: first.language } : {};
  return {
    does: first.does,
    ...named,
    ...only,
    ...(when === "" ? {} : { when }),
    ...(optOuts.has(body.trim().toLowerCase()) ? { optsOut: true as const } : {}),
  };
}

/** Small letters without accents and without punctuation around words; a time keeps its colon. */
function folded(body: string): string {
  return body
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9:.]+|\.(?!\w)/g, " ")
    .trim();
}
