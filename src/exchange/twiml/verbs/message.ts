import { matching, method, url } from "../attribute.ts";
import { unless, type Element } from "../element.ts";
import { urlFault } from "../url.ts";

const address = /^(whatsapp:)?\+[1-9]\d{1,14}$/;

/** A reply to a text message. https://www.twilio.com/docs/messaging/twiml/message */
export const message: Element = {
  name: "Message",
  attributes: {
    to: matching(14101, address, "a number such as +12125550000"),
    from: matching(14102, address, "a number such as +12125550000"),
    action: url(14105),
    method: method(14104),
    statusCallback: url(14105),
  },
  holds: { elements: ["Body", "Media"], otherwise: 12200 },
  text: true,
  fault: ({ children, text }) => {
    const written = text + children.map((noun) => (noun.name === "Body" ? noun.text : "")).join("");
    return (
      unless(written !== "" || children.some((noun) => noun.name === "Media"), 14103, "a message says something") ??
      unless(written.length <= 1600, 21617, "a message has at most 1600 characters")
    );
  },
};

export const body: Element = { name: "Body", attributes: {}, text: true };

export const media: Element = {
  name: "Media",
  attributes: {},
  text: true,
  fault: ({ text }) => unless(text !== "", 11100, "a medium has a URL") ?? urlFault(text, 11100),
};
