import { repLanguage } from "../call/speech.ts";
import type { Instant, LanguageCode, Routing } from "../routing/routing.ts";
import { callerText, queueFor } from "./caller.ts";
import type { Answered, Conversation, Facts, Incoming } from "./conversation.ts";
import { readOrder } from "./order.ts";
import { repText } from "./rep.ts";

/** What was offered is taken within so long, in milliseconds. */
const offeredFor = 30 * 60_000;
/** A text that comes twice comes soon: so many are kept in mind, and for so long, in milliseconds. */
const [heardLately, keptFor] = [20, 14 * 86_400_000];

/** What comes of a text, and the conversation with it in. Asked again with the same text it has the same answer. */
export function answerText(
  text: Incoming,
  known: Conversation | undefined,
  facts: Facts,
  routing: Routing,
  now: Instant,
): { readonly conversation: Conversation; readonly answered: Answered } | { readonly again: string } {
  const before = known?.heard.find(({ sid }) => sid === text.sid);
  if (before) return { again: before.answer };
  const answered = decide(text, known, facts, routing, now);
  const { answer, offered } = answered;
  const whatsappAt = text.by === "whatsapp" ? now : known?.whatsappAt;
  return {
    answered,
    conversation: {
      number: text.from,
      heard: [...(known?.heard ?? []), { sid: text.sid, answer }].slice(-heardLately),
      ...(offered === undefined ? {} : { offered: { ...offered, until: now + offeredFor } }),
      ...(whatsappAt === undefined ? {} : { whatsappAt }),
      forgetAt: now + keptFor,
    },
  };
}

function decide(
  text: Incoming,
  known: Conversation | undefined,
  facts: Facts,
  routing: Routing,
  now: Instant,
): Answered {
  const offered = known?.offered && now <= known.offered.until ? { offered: known.offered } : {};
  const { rep } = facts;
  const talk = { text, facts, routing, now, ...offered };
  if (rep !== undefined) return repText({ ...talk, language: repLanguage(routing, rep), zones: [] }, rep);
  const order = readOrder(text.body);
  const language = languageOf(order.language, facts.known(text.from).language, routing);
  const judged = facts.owed.judge(text.from, text.to, queueFor(talk) ?? "");
  const answered = callerText({ ...talk, language, zones: judged.ok ? judged.zones : [] }, order);
  return language === facts.known(text.from).language || order.language !== language
    ? answered
    : { ...answered, remembers: { language, ...answered.remembers } };
}

/** The language that the text is in, where its words tell; else the one that is remembered. */
function languageOf(
  ofWords: LanguageCode | undefined,
  remembered: LanguageCode | undefined,
  routing: Routing,
): LanguageCode {
  const spoken = [ofWords, remembered].find((one) => one !== undefined && routing.business.languages[one]);
  return spoken ?? routing.business.language;
}
