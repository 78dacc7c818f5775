import { RoutingSchema } from "../../src/routing/routing.ts";
import { bookOf } from "../../src/phone/book.ts";
import { business } from "../support/business.ts";

const track = { title: "Harbour Lights", sha256: "921a69165160b1138cb3536787efcef3" };

/** The small business, with one recorded prompt and one rep on a SIP telephone. */
export const routing = RoutingSchema.parse({
  ...business,
  reps: {
    ...business.reps,
    chloe: { name: "Chloé", address: "sip:chloe@kettle.example", skills: ["support"], languages: ["en"] },
  },
  prompts: {
    ...business.prompts,
    en: { ...business.prompts.en, address: { file: "address.wav", words: "We are at 12 Mill Lane." } },
  },
});

/** Its book. */
export const book = bookOf(routing, [track]);
