import type { Texts } from "../work/texts.ts";
import { messageTwiml } from "../twilio/twiml.ts";
import { readText } from "../twilio/webhook.ts";
import { paramsOf } from "./body.ts";
import { sendDocument } from "./document.ts";
import { paths } from "./paths.ts";
import type { Webhook } from "./webhook.ts";

/** Texts that come in, by SMS and by WhatsApp, on any line. */
export function textsWebhook(texts: Texts): Webhook {
  const answer: Webhook["answer"] = async (_request, response) => {
    const text = readText(paramsOf(response));
    sendDocument(response, messageTwiml(text ? [await texts.answer(text)] : []));
  };
  return { path: paths.sms, answer };
}
