import { Agent, request } from "node:http";
import { account, publicUrl } from "./account.ts";
import { signature, written, type Form } from "./form.ts";

export type Answer = { readonly status: number; readonly body: string };
/** Posts a signed form to a path of the server. */
export type Post = (path: string, form: Form) => Promise<Answer>;

/** A sender to the server on a port, over connections that are kept open. */
export function poster(port: number): Post {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return (path, form) => {
    const { body, signed } = written(form);
    return new Promise((resolve, reject) => {
      const asking = request(
        {
          agent,
          port,
          host: "127.0.0.1",
          method: "POST",
          path,
          headers: {
            Host: "phone.example.com",
            "User-Agent": "TwilioProxy/1.1",
            Accept: "*/*",
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "Content-Length": Buffer.byteLength(body),
            "I-Twilio-Idempotency-Token": `${account.sid}-${path.length}`,
            "X-Twilio-Signature": signature(path, signed),
          },
        },
        (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (piece: string) => (text += piece));
          response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
          response.on("error", reject);
        },
      );
      asking.on("error", reject);
      asking.end(body);
    });
  };
}

/** The path of a URL of ours in a document: `pattern` finds it in the XML. Undefined: it is not there. */
export function pathIn(xml: string, pattern: RegExp): string | undefined {
  const url = pattern.exec(xml)?.[1]?.replaceAll("&amp;", "&");
  return url?.slice(publicUrl.length).split("#")[0];
}
