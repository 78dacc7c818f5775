import { z } from "zod";
import { diagnosis } from "../../twilio/diagnosis.ts";
import type { AccountNumber } from "../../twilio/account.ts";
import type { Reply as TwilioReply } from "../../twilio/reply.ts";
import type { ConnectionDesk } from "../../work/connection.ts";
import { paths } from "../paths.ts";
import { Problem, refusedField } from "../problem.ts";
import { operation, type Operation } from "./operation.ts";

type Options = {
  readonly desk: ConnectionDesk;
  readonly publicUrl: string;
  /** Why Twilio cannot be led to this address at all, as a sentence; undefined: it can. */
  readonly hindrance: string | undefined;
};

const Sid = z
  .string()
  .trim()
  .regex(/^AC[0-9a-f]{32}$/, "copy the account SID from the console: AC and 32 digits or letters a to f");
const Token = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{1,100}$/, "copy the auth token from the console as it stands");
/** How we are connected; never with the token. */
export const TwilioBody = z.object({
  from: z.enum(["environment", "page", "nowhere"]).meta({ description: "who wrote the account down" }),
  accountSid: z.string().optional(),
  running: z.boolean().meta({ description: "this process works by it; false: from the next start on" }),
  publicUrl: z.string(),
  hindrance: z.string().optional().meta({ description: "why Twilio cannot be led here" }),
});
export const FindingsBody = z.object({
  findings: z.array(z.object({ about: z.string(), is: z.enum(["fine", "note", "wrong"]), sentence: z.string() })),
});
const NumberBody = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  voice: z.boolean(),
  sms: z.boolean(),
  here: z.boolean().meta({ description: "it leads here with all that it has" }),
  leads: z.string().meta({ description: "where its calls go now; empty: nowhere" }),
  before: z.string().optional().meta({ description: "where its calls went before it was led here; empty: nowhere" }),
});
export const NumbersBody = z.object({ numbers: z.array(NumberBody) });

const tag = "Twilio";
const params = z.object({ id: z.string().max(100) });

/** Connecting a Twilio account: what is written down, what is wrong with it, and where its numbers lead. */
export function twilioOperations(options: Options): readonly Operation[] {
  return [...accountOperations(options), ...numberOperations(options)];
}

function accountOperations({ desk, publicUrl, hindrance }: Options): readonly Operation[] {
  const shown = (): { body: z.infer<typeof TwilioBody> } => {
    const account = desk.account();
    return {
      body: {
        from: desk.from(),
        running: desk.running(),
        publicUrl,
        ...(account ? { accountSid: account.sid } : {}),
        ...(hindrance === undefined ? {} : { hindrance }),
      },
    };
  };
  const endings = { 200: { says: "How we are connected.", body: TwilioBody } } as const;
  const ours = () => {
    if (desk.from() === "environment")
      throw new Problem(409, "The account stands in the environment, which wins. Change it there, and start again.");
  };
  return [
    operation({
      id: "readTwilio",
      method: "get",
      path: paths.twilio,
      tag,
      summary: "Which Twilio account is connected. Its token is never shown.",
      needs: "admin",
      endings,
      answer: shown,
    }),
    operation({
      id: "connectTwilio",
      method: "put",
      path: paths.twilio,
      tag,
      summary: "Keeps an account, once Twilio has let us in by it. It is worked by from the next start on.",
      needs: "admin",
      body: z.strictObject({ accountSid: Sid, authToken: Token }),
      endings,
      async answer({ body: { accountSid, authToken } }) {
        ours();
        refuseUnlessIn(await desk.connect({ sid: accountSid, authToken }));
        return { ...shown(), did: { accountSid } };
      },
    }),
    operation({
      id: "disconnectTwilio",
      method: "delete",
      path: paths.twilio,
      tag,
      summary: "Forgets the account that was kept. Where its numbers lead stays as it is.",
      needs: "admin",
      endings,
      async answer() {
        ours();
        await desk.forget();
        return shown();
      },
    }),
    operation({
      id: "checkTwilio",
      method: "post",
      path: paths.twilioCheck,
      tag,
      summary:
        "Finds out whether Twilio and we reach each other, and says in words what is wrong. It takes up to 15 s.",
      needs: "admin",
      asks: true,
      endings: { 200: { says: "What was found, in the order in which it is to be mended.", body: FindingsBody } },
      answer: async () => ({ body: { findings: [...diagnosis(await desk.examine(accountOf(desk)))] } }),
    }),
  ];
}

function numberOperations({ desk, hindrance }: Options): readonly Operation[] {
  const view = (one: AccountNumber): z.infer<typeof NumberBody> => {
    const { sid: id, number, name, voice, sms, leads } = one;
    const before = desk.before(id);
    const went = before ? { before: before.voiceApplicationSid || before.voiceUrl } : {};
    const leading = leads.voiceApplicationSid || leads.voiceUrl;
    return { id, number, name, voice, sms, here: desk.isHere(one), leads: leading, ...went };
  };
  const one = { 200: { says: "The number, as it leads now.", body: NumberBody } } as const;
  return [
    operation({
      id: "listTwilioNumbers",
      method: "get",
      path: paths.twilioNumbers,
      tag,
      summary: "The account's numbers, and where each leads.",
      needs: "admin",
      endings: { 200: { says: "All of them.", body: NumbersBody } },
      answer: async () => ({ body: { numbers: answered(await desk.numbers(accountOf(desk))).map(view) } }),
    }),
    operation({
      id: "leadNumberHere",
      method: "post",
      path: paths.twilioNumberHere,
      tag,
      summary: "Leads a number here: calls, their status, what Twilio asks where we fail, and texts.",
      needs: "admin",
      params,
      endings: one,
      async answer({ params: { id } }) {
        const account = accountOf(desk);
        if (hindrance !== undefined) throw new Problem(409, hindrance);
        const number = answered(await desk.leadHere(account, id));
        return { body: view(number), did: { number: number.number } };
      },
    }),
    operation({
      id: "leadNumberBack",
      method: "post",
      path: paths.twilioNumberBack,
      tag,
      summary: "Leads a number where it led before it was led here.",
      needs: "admin",
      params,
      endings: one,
      async answer({ params: { id } }) {
        const reply = await desk.leadBack(accountOf(desk), id);
        if (!reply) throw new Problem(404, "It is not known where that number led before.");
        const number = answered(reply);
        return { body: view(number), did: { number: number.number } };
      },
    }),
  ];
}

function accountOf(desk: ConnectionDesk) {
  return desk.account() ?? refuse(new Problem(409, "No Twilio account is connected. Connect one first."));
}

function refuse(problem: Problem): never {
  throw problem;
}

/** What Twilio has done, or why not, as a problem. */
function answered<T>(reply: TwilioReply<T>): T {
  if ("ok" in reply) return reply.ok;
  if ("gone" in reply) throw new Problem(404, "The account has no such number (any more).");
  if ("later" in reply) throw new Problem(502, `Twilio does not answer (${reply.later}). Try again.`);
  throw new Problem(502, `Twilio refuses: ${reply.refused}`);
}

function refuseUnlessIn(reply: TwilioReply<void>): void {
  if ("ok" in reply) return;
  const [found] = diagnosis({ publicUrl: "", standing: reply });
  const sentence = found?.sentence ?? "Twilio does not let us in.";
  if ("later" in reply) throw new Problem(502, `${sentence} Nothing was kept.`);
  throw refusedField(422, "authToken", sentence);
}
