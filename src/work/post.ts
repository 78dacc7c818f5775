import type { Transporter } from "nodemailer";
import type { Reply } from "../twilio/reply.ts";

/** A mail as it is handed over; `id` is the same however often it is sent, so that whoever gets it twice sees it once. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly id: string;
};
/** Hands mails to a mail server. */
export type Post = { readonly send: (mail: Mail) => Promise<Reply<void>>; readonly close: () => void };

type PostOptions = {
  /** Such as `smtps://name:password@mail.example.com`. */
  readonly smtpUrl: string;
  /** The sender's address. */
  readonly from: string;
  /** A server that does not answer for so long is asked again later, in milliseconds. */
  readonly timeoutMs?: number;
};

/** A connection to a mail server, opened for each mail: they are few. The package is loaded when the first one is sent. */
export function openPost({ smtpUrl, from, timeoutMs = 15_000 }: PostOptions): Post {
  let transporter: Promise<Transporter> | undefined;
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };

  async function connect(): Promise<Transporter> {
    const { createTransport } = await import("nodemailer");
    return createTransport({ url: smtpUrl, ...timeouts });
  }

  return {
    async send({ to, subject, body, id }) {
      transporter ??= connect();
      try {
        const host = from.slice(from.lastIndexOf("@") + 1);
        await (await transporter).sendMail({ from, to, subject, text: body, messageId: `<${id}@${host}>` });
        return { ok: undefined };
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        return isForGood(error) ? { refused: error.message } : { later: error.message };
      }
    },
    close: () => void transporter?.then((open) => open.close()),
  };
}

/**
 * A server's answer from 500 on is for good: https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1 Only a password that it
 * does not take can be mended meanwhile.
 */
function isForGood(error: Error): boolean {
  const [code, name] = ["responseCode" in error ? error.responseCode : 0, "code" in error ? error.code : ""];
  return typeof code === "number" && code >= 500 && name !== "EAUTH";
}

/** The sender's address: the user's of the mail server where that is one, else the business's, else one at the server. */
export function senderOf(smtpUrl: string, businessEmail: string | undefined): string {
  const { username, hostname } = new URL(smtpUrl);
  const user = decodeURIComponent(username);
  return user.includes("@") ? user : (businessEmail ?? `holdfast@${hostname}`);
}
