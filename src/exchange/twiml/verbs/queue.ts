import { matching, method, url } from "../attribute.ts";
import { unless, type Element } from "../element.ts";

/** The first caller of a queue. https://www.twilio.com/docs/voice/twiml/queue */
export const queue: Element = {
  name: "Queue",
  attributes: {
    url: url(14211),
    method: method(14210),
    reservationSid: matching(14215, /^WR[0-9a-f]{32}$/, "a reservation's SID"),
    postWorkActivitySid: matching(14237, /^WA[0-9a-f]{32}$/, "an activity's SID"),
  },
  text: true,
  fault: ({ text }) =>
    unless(text !== "", 14212, "a queue has a name") ??
    unless(text.length <= 64, 14213, "a queue's name has at most 64 characters"),
};
