import type { ServerResponse } from "node:http";

/** Answers with a TwiML document, past Express's `send`: whatever that would find out about the answer is known here. */
export function sendDocument(response: ServerResponse, document: string): void {
  response.writeHead(200, {
    "Content-Type": "text/xml; charset=utf-8",
    "Content-Length": Buffer.byteLength(document),
  });
  response.end(document);
}
