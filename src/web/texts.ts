import { sentence } from "../routing/prompts.ts";
import type { RepId, Routing } from "../routing/routing.ts";
import type { RepDid } from "../call/effect.ts";
import type { Presence } from "../acd/rep.ts";
import { messageTwiml } from "../twilio/twiml.ts";
import { readText } from "../twilio/webhook.ts";
import { paramsOf } from "./body.ts";
import { sendDocument } from "./document.ts";
import { paths } from "./paths.ts";
import type { Webhook } from "./webhook.ts";

export type TextOptions = {
  readonly routing: Routing;
  readonly noteRep: (rep: RepId, did: RepDid) => Promise<Presence>;
};

/** The words of a rep's text, whatever the case and the punctuation, in every language of the house. */
const orders: readonly (readonly [RegExp, RepDid])[] = [
  [/^(in|entrar|dentro)\W*$/iu, "signed-in"],
  [/^(out|salir|fuera)\W*$/iu, "signed-out"],
  [/^(break|pausa|descanso)\W*$/iu, "on-break"],
];

/** Texts that come in: reps sign in and out by a word; everybody else is told where a person answers. */
export function textsWebhook({ routing, noteRep }: TextOptions): Webhook {
  const answer: Webhook["answer"] = async (_request, response) => {
    const text = readText(paramsOf(response));
    sendDocument(response, messageTwiml(text ? [await reply(text)] : []));
  };

  async function reply({ from, body }: { from: string; body: string }): Promise<string> {
    const number = from.replace(/^whatsapp:/, "");
    const rep = Object.keys(routing.reps).find((id) => routing.reps[id]?.address === number);
    const { language } = routing.business;
    if (rep === undefined) return sentence(routing, language, "caller-text-help").text;
    const spoken = routing.reps[rep]?.languages ?? [];
    const own = spoken.includes(language) ? language : (spoken[0] ?? language);
    const did = orders.find(([words]) => words.test(body.trim()))?.[1];
    if (did === undefined) return sentence(routing, own, "desk-text-help").text;
    const { state } = await noteRep(rep, did);
    return sentence(routing, own, "desk-state", { state }).text;
  }
  return { path: paths.sms, answer };
}
