import { request } from "node:http";
import { sign } from "../../src/exchange/signature.ts";
import { authToken } from "./account.ts";

export type Answered = { readonly status: number; readonly type: string; readonly body: string };
type Differences = {
  readonly method?: string;
  readonly headers?: Record<string, string | undefined>;
  /** The body as it is sent, where it is not the parameters' form. */
  readonly body?: string;
  /** What is signed, where it is not what is sent. */
  readonly signed?: Readonly<Record<string, string>>;
};

/** Sends a webhook as Twilio would, but for what differs; the connection is the test's own. */
export function webhook(
  publicUrl: string,
  path: string,
  params: Readonly<Record<string, string>>,
  { method = "POST", headers = {}, body, signed = params }: Differences = {},
): Promise<Answered> {
  const url = publicUrl + path;
  const all = {
    "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
    "x-twilio-signature": sign(authToken, url, method === "POST" ? signed : undefined, "voice"),
    ...headers,
  };
  const sent = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers: Object.fromEntries(sent) }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", body: text });
      });
    });
    // Whoever is refused before the body was read may find the connection closed in mid-body; the answer came before.
    asked.on("error", (error) => reject(error));
    asked.end(body ?? new URLSearchParams(params).toString());
  });
}

/** The parameters of a call that rings in, but for what differs. */
export function arrival(differences: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    AccountSid: "AC00000000000000000000000000000001",
    ApiVersion: "2010-04-01",
    CallSid: `CA${"1".repeat(32)}`,
    CallStatus: "ringing",
    Direction: "inbound",
    From: "+12125551234",
    To: "+12125550000",
    ...differences,
  };
}
