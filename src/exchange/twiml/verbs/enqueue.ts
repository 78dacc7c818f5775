import { method, text, url, whole } from "../attribute.ts";
import { unless, type Element } from "../element.ts";

/** Puts the call in a queue. https://www.twilio.com/docs/voice/twiml/enqueue */
export const enqueue: Element = {
  name: "Enqueue",
  attributes: {
    action: url(14203),
    method: method(14201),
    waitUrl: url(14202),
    waitUrlMethod: method(14206),
    maxQueueSize: whole(12200, 1, 5000),
    workflowSid: text(14220, "a workflow's SID"),
  },
  holds: { elements: [], otherwise: 12200 },
  text: true,
  fault: ({ attributes, text }) =>
    unless(attributes["workflowSid"] === undefined, 14226, "this exchange has no TaskRouter") ??
    unless(text !== "", 14204, "a queue has a name") ??
    unless(text.length <= 64, 14205, "a queue's name has at most 64 characters"),
};
