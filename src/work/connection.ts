import type { Routing } from "../routing/routing.ts";
import { keepConnection, readConnection, type Connection, type KeptAccount } from "../store/connection.ts";
import { twilioAccount, type AccountNumber, type Leads, type TwilioAccount } from "../twilio/account.ts";
import type { Facts, OwnAddress, Proof } from "../twilio/diagnosis.ts";
import type { Reply } from "../twilio/reply.ts";
import type { Clock } from "./clock.ts";
import { numberFacts } from "./number-facts.ts";

/** Something that Twilio is asked to send here, and what comes of it. */
type Awaited = {
  readonly address: string;
  readonly came: Promise<Extract<Proof, { was: "came" }>>;
  readonly forget: () => void;
};

/** The account by which we are, or are to be, on the telephone. `from`: who wrote it down; `running`: this process works by it. */
export type ConnectionDesk = {
  readonly account: () => KeptAccount | undefined;
  readonly from: () => "environment" | "page" | "nowhere";
  readonly running: () => boolean;
  /** Asks Twilio whether an account holds, and keeps it where it does. It is worked by from the next start on. */
  readonly connect: (account: KeptAccount) => Promise<Reply<void>>;
  readonly forget: () => Promise<void>;
  /** Everything that can be found out about the account, its numbers, and how Twilio reaches us. It takes up to 15 seconds. */
  readonly examine: (account: KeptAccount) => Promise<Facts>;
  readonly numbers: (account: KeptAccount) => Promise<Reply<readonly AccountNumber[]>>;
  /** Leads a number here; where it led before is kept first. */
  readonly leadHere: (account: KeptAccount, sid: string) => Promise<Reply<AccountNumber>>;
  /** Leads it where it led before; undefined: it was never led here by us. */
  readonly leadBack: (account: KeptAccount, sid: string) => Promise<Reply<AccountNumber> | undefined>;
  readonly isHere: (number: AccountNumber) => boolean;
  readonly before: (sid: string) => Leads | undefined;
};

export type ConnectionOptions = {
  readonly dataDir: string;
  readonly publicUrl: string;
  /** The account that this process works by, where it is one of Twilio's, and who wrote it down. */
  readonly running?: KeptAccount & { readonly from: "environment" | "page" };
  readonly apiUrl?: string;
  readonly urls: Pick<Leads, "voiceUrl" | "voiceFallbackUrl" | "statusCallback" | "smsUrl">;
  readonly awaitSigned: (token: string) => Awaited;
  readonly ownAddress: (awaited: Awaited) => Promise<OwnAddress>;
  readonly routing: () => Routing;
  readonly clock: Clock;
};

/** So long Twilio has to send what it was asked to, in milliseconds. */
const patience = 15_000;

/** Reads what is kept. Throws StoreUnusable where that is none of ours. */
export async function openConnection(options: ConnectionOptions): Promise<ConnectionDesk> {
  const { dataDir, running, apiUrl, urls, routing } = options;
  let kept: Connection = await readConnection(dataDir);
  const account = () => (running?.from === "environment" ? running : kept.account);
  const here: Leads = { ...urls, voiceApplicationSid: "", smsApplicationSid: "" };

  async function keep(next: Connection): Promise<void> {
    await keepConnection(dataDir, next);
    kept = next;
  }

  function twilio({ sid: accountSid, authToken }: KeptAccount): TwilioAccount {
    return twilioAccount({ accountSid, authToken, ...(apiUrl === undefined ? {} : { apiUrl }) });
  }

  function isHere({ leads }: AccountNumber): boolean {
    return (Object.keys(here) as (keyof Leads)[]).every((name) => leads[name] === here[name]);
  }

  async function leadHere(of: KeptAccount, sid: string): Promise<Reply<AccountNumber>> {
    const listed = await twilio(of).numbers();
    if (!("ok" in listed)) return listed;
    const number = listed.ok.find((one) => one.sid === sid);
    if (!number) return { gone: "the account has no such number" };
    if (!isHere(number)) await keep({ ...kept, before: { ...kept.before, [sid]: number.leads } });
    return twilio(of).lead(sid, here);
  }

  const before = (sid: string) => kept.before[sid] as Leads | undefined;
  return {
    account,
    from: () => running?.from ?? (kept.account ? "page" : "nowhere"),
    running: () =>
      running !== undefined && account()?.authToken === running.authToken && account()?.sid === running.sid,
    async connect(next) {
      const standing = await twilio(next).standing();
      if (!("ok" in standing)) return standing;
      await keep({ ...kept, account: { sid: next.sid, authToken: next.authToken } });
      return { ok: undefined };
    },
    forget: () => keep({ before: kept.before }),
    examine: (of) => examine(twilio(of), of, { ...options, routing: routing() }),
    numbers: (of) => twilio(of).numbers(),
    isHere,
    before,
    leadHere,
    async leadBack(of, sid) {
      const to = before(sid);
      if (!to) return undefined;
      const reply = await twilio(of).lead(sid, to);
      const { [sid]: _, ...others } = kept.before;
      if ("ok" in reply) await keep({ ...kept, before: others });
      return reply;
    },
  };
}

type Examining = Omit<ConnectionOptions, "routing"> & { readonly routing: Routing };

async function examine(twilio: TwilioAccount, { authToken }: KeptAccount, options: Examining): Promise<Facts> {
  const { publicUrl, awaitSigned, ownAddress, routing } = options;
  const standing = await twilio.standing();
  if (!("ok" in standing) || standing.ok.status !== "active") return { publicUrl, standing };
  const [numbers, notDialled, own, proof] = await Promise.all([
    twilio.numbers(),
    notAllowed(twilio, routing),
    ownAddress(awaitSigned(authToken)),
    prove(twilio, awaitSigned(authToken), options.clock),
  ]);
  const theirs = "ok" in numbers ? numbers.ok.map(({ number }) => number) : undefined;
  const missingLines = routing.lines.map(({ number }) => number).filter((number) => theirs?.includes(number) === false);
  return { publicUrl, standing, numbers, missingLines, notDialled, ownAddress: own, proof };
}

async function prove(twilio: TwilioAccount, { address, came, forget }: Awaited, clock: Clock): Promise<Proof> {
  const sent = await twilio.haveSigned(address);
  try {
    if (!("ok" in sent)) return { was: "not-sent", why: Object.values(sent).map(String).join(" ") };
    const { promise: silent, resolve } = Promise.withResolvers<Proof>();
    const callOff = clock.after(patience, () => resolve({ was: "silent" }));
    const proof = await Promise.race([came, silent]);
    callOff();
    return proof;
  } finally {
    forget();
  }
}

/** The countries that return calls go to, and the account may not dial. What Twilio does not tell is not held against it. */
async function notAllowed(twilio: TwilioAccount, { lines, business }: Routing): Promise<readonly string[]> {
  const own = lines.flatMap(({ number }) => numberFacts(number)?.country ?? []);
  const rung = business.outbound.countries.length > 0 ? business.outbound.countries : [...new Set(own)];
  const asked = await Promise.all(rung.map(async (country) => [country, await twilio.mayDial(country)] as const));
  return asked.flatMap(([country, reply]) => ("ok" in reply && !reply.ok ? [country] : []));
}
