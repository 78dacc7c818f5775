import type { AccountNumber, Standing } from "./account.ts";
import type { Reply } from "./reply.ts";
import type { Signed } from "./signed-over.ts";

/** What came of having Twilio ask us. `came`: so it did; `not-sent`: Twilio would not; `silent`: nothing came in the time that there was. */
export type Proof =
  | { readonly was: "came"; readonly signed: Signed; readonly redirected: boolean }
  | { readonly was: "not-sent"; readonly why: string }
  | { readonly was: "silent" };

/** What we found when we asked our own public address. */
export type OwnAddress =
  | { readonly is: "ours" | "another" }
  | { readonly is: "moved"; readonly to: string }
  | { readonly is: "dead"; readonly why: string };

/** All that was found out about a connection; what could not be asked any more is absent. */
export type Facts = {
  readonly publicUrl: string;
  readonly standing: Reply<Standing>;
  readonly numbers?: Reply<readonly AccountNumber[]>;
  /** The business's lines that the account does not have. */
  readonly missingLines?: readonly string[];
  /** The countries that return calls go to, and may not be dialled. */
  readonly notDialled?: readonly string[];
  readonly ownAddress?: OwnAddress;
  readonly proof?: Proof;
};

/** One thing that was found: in order, worth knowing, or wrong. The sentence says what to do. */
export type Finding = { readonly about: string; readonly is: "fine" | "note" | "wrong"; readonly sentence: string };

/** What is wrong with a connection, in words, in the order in which it is to be mended. */
export function diagnosis(facts: Facts): readonly Finding[] {
  const account = ofAccount(facts.standing);
  if (account.some(({ is }) => is === "wrong")) return account;
  return [...account, ...ofNumbers(facts), ...ofPermissions(facts), ...ofAddress(facts), ...ofProof(facts)];
}

const wrong = (about: string, sentence: string): Finding => ({ about, is: "wrong", sentence });
const note = (about: string, sentence: string): Finding => ({ about, is: "note", sentence });
const fine = (about: string, sentence: string): Finding => ({ about, is: "fine", sentence });

function ofAccount(standing: Reply<Standing>): readonly Finding[] {
  const about = "Account";
  if ("later" in standing)
    return [wrong(about, `Twilio does not answer (${standing.later}). See that this server can reach api.twilio.com.`)];
  if ("gone" in standing) return [wrong(about, "Twilio has no such account. Copy the account SID from the console.")];
  if ("refused" in standing) return [wrong(about, refusedBecause(standing))];
  const { status, type, name } = standing.ok;
  if (status === "suspended")
    return [wrong(about, "Twilio has suspended the account: no call comes in or goes out. The console says why.")];
  if (status !== "active") return [wrong(about, `The account is ${status}. Connect another one.`)];
  const trial =
    "It is a trial account: it rings only numbers that were verified in the console, and callers hear Twilio's notice first. Upgrade it before real callers come.";
  return [
    fine(about, `Twilio knows the account “${name}” by this token.`),
    ...(type === "Trial" ? [note(about, trial)] : []),
  ];
}

/** Twilio's words for why it does not let us in. */
function refusedBecause({ refused, code }: { readonly refused: string; readonly code?: number }): string {
  if (code === 20003) return "The account SID or the auth token is wrong. Copy both from the console once more.";
  if (code === 20005) return "Twilio has suspended or closed the account. The console says why.";
  return `Twilio refuses: ${refused}`;
}

function ofNumbers({ numbers, missingLines = [] }: Facts): readonly Finding[] {
  const about = "Numbers";
  if (!numbers) return [];
  if (!("ok" in numbers)) return [wrong(about, "Twilio does not list the account's numbers. Try again.")];
  const speaking = numbers.ok.filter(({ voice }) => voice);
  if (numbers.ok.length === 0) return [wrong(about, "The account has no number. Buy one in the console.")];
  if (speaking.length === 0)
    return [wrong(about, "None of the account's numbers takes calls: they only text. Buy one that can do voice.")];
  const trunks = speaking.filter(({ trunk }) => trunk).map(({ number }) => number);
  return [
    fine(about, `${speaking.length === 1 ? "One number takes" : `${speaking.length} numbers take`} calls.`),
    ...(missingLines.length > 0
      ? [wrong(about, `The account does not have ${missingLines.join(", ")}, which the routing names as a line.`)]
      : []),
    ...(trunks.length > 0
      ? [
          wrong(
            about,
            `${trunks.join(", ")} goes over a SIP trunk, and its calls never come here. Take it off the trunk.`,
          ),
        ]
      : []),
  ];
}

function ofPermissions({ notDialled }: Facts): readonly Finding[] {
  const about = "Return calls";
  if (!notDialled) return [];
  if (notDialled.length === 0) return [fine(about, "Every country that is rung back may be dialled.")];
  return [
    wrong(
      about,
      `The account may not dial ${notDialled.join(", ")}. Allow it in the console, under Voice, Settings, Geo permissions.`,
    ),
  ];
}

function ofAddress({ ownAddress, publicUrl }: Facts): readonly Finding[] {
  const about = "Address";
  switch (ownAddress?.is) {
    case undefined:
    case "ours":
      return [];
    case "another":
      return [wrong(about, `At ${publicUrl} something else answers, not this server. Mend the proxy, or PUBLIC_URL.`)];
    case "moved":
      return [
        wrong(about, `${publicUrl} sends on to ${ownAddress.to}. Write the address that it ends at as PUBLIC_URL.`),
      ];
    case "dead":
      return [
        note(
          about,
          `From this server itself ${publicUrl} cannot be reached (${ownAddress.why}). That can be so behind some routers, and means nothing where Twilio reaches it.`,
        ),
      ];
    default:
      return ownAddress satisfies never;
  }
}

function ofProof({ proof, publicUrl }: Facts): readonly Finding[] {
  const about = "Webhooks";
  switch (proof?.was) {
    case undefined:
      return [];
    case "not-sent":
      return [wrong(about, `Twilio would not send us anything to try it out: ${proof.why}`)];
    case "silent":
      return [
        wrong(
          about,
          `Twilio has sent a request to ${publicUrl}, and it never came here. See that the address leads to this server from outside: its name, its certificate, the firewall, the tunnel.`,
        ),
      ];
    case "came":
      return [arrived(proof, publicUrl)];
    default:
      return proof satisfies never;
  }
}

function arrived({ signed, redirected }: Extract<Proof, { was: "came" }>, publicUrl: string): Finding {
  const about = "Webhooks";
  if (redirected)
    return wrong(
      about,
      `${publicUrl} sends Twilio on to another address, and what callers press is lost on the way${signed.as === "over" ? `: it arrived at ${originOf(signed.over)}` : ""}. Write the address that it ends at as PUBLIC_URL.`,
    );
  switch (signed.as) {
    case "right":
      return fine(about, "Twilio reaches this server, and its signature is right.");
    case "unsigned":
      return wrong(
        about,
        "A request came without Twilio's signature: a proxy takes the header X-Twilio-Signature away.",
      );
    case "over":
      return wrong(
        about,
        `A proxy rewrites the address. Twilio most probably signed ${signed.over}. Let the proxy leave the path as it is, or write that address as PUBLIC_URL.`,
      );
    case "unknown":
      return wrong(
        about,
        "Twilio reaches this server, but its signature is not right. Either the token is not the account's primary one, which alone signs, or a proxy changes what is sent.",
      );
    default:
      return signed satisfies never;
  }
}

function originOf(address: string): string {
  return new URL(address).origin;
}
