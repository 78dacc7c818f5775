import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, request as ask, type IncomingHttpHeaders, type IncomingMessage, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import express from "express";
import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signatureChecker } from "../../src/twilio/signature.ts";
import { paramsOf } from "../../src/web/body.ts";
import { throughDoor, twilioDoor, type Refusal } from "../../src/web/twilio-door.ts";

const publicUrl = "https://phone.example.com";
const form = "application/x-www-form-urlencoded";
const refusals: Refusal[] = [];
let server: Server;
let port: number;

beforeAll(async () => {
  const app = express().disable("x-powered-by");
  const door = twilioDoor(signatureChecker(["token", "old"], publicUrl), (why) => refusals.push(why));
  app.use("/twilio", throughDoor(door));
  app.use((_request, response) => void response.json(Object.entries(paramsOf(response))));
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());
beforeEach(() => void refusals.splice(0));

/** Twilio's recipe over decoded parameters: each name with its values, the names in order. */
function sign(path: string, params: readonly (readonly [string, string])[], token = "token"): string {
  const sent = params.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).flat();
  return createHmac("sha1", token)
    .update(publicUrl + path + sent.join(""))
    .digest("base64");
}

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };
async function post(path: string, body: string | Buffer, headers: Record<string, string>): Promise<Answer> {
  const request = ask({ port, host: "127.0.0.1", path, method: "POST", headers: { "content-type": form, ...headers } });
  request.end(body);
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() };
}
const signed = (signature: string, more: Record<string, string> = {}) => ({ "x-twilio-signature": signature, ...more });

describe("a webhook that Twilio has signed comes in", () => {
  test.each<[string, string, [string, string][]]>([
    [
      "as it is",
      "CallSid=CA1&From=%2B12125550123",
      [
        ["CallSid", "CA1"],
        ["From", "+12125550123"],
      ],
    ],
    ["with spaces written either way", "Body=a+b%20c", [["Body", "a b c"]]],
    ["with spaces at its ends kept", "Body=+a%20", [["Body", " a "]]],
    [
      "with characters of every script",
      "City=%C3%89vreux&Body=%F0%9F%AB%96",
      [
        ["City", "Évreux"],
        ["Body", "🫖"],
      ],
    ],
    ["with characters that were not escaped", "City=Évreux", [["City", "Évreux"]]],
    [
      "with empty parameters",
      "CallerName=&FromZip",
      [
        ["CallerName", ""],
        ["FromZip", ""],
      ],
    ],
    ["with an equals sign in a value", "a=b=c", [["a", "b=c"]]],
    [
      "with names in any order",
      "b=2&a=1&C=3",
      [
        ["b", "2"],
        ["a", "1"],
        ["C", "3"],
      ],
    ],
    ["with none", "", []],
    [
      "with a name that objects have of their own",
      "__proto__=x&constructor=y",
      [
        ["__proto__", "x"],
        ["constructor", "y"],
      ],
    ],
  ])("%s", async (_how, body, params) => {
    const { status, body: seen } = await post("/twilio/voice?a=1", body, signed(sign("/twilio/voice?a=1", params)));
    expect([status, JSON.parse(seen)]).toEqual([200, params]);
    expect(refusals).toEqual([]);
  });

  test("with a parameter that comes twice, both values kept", async () => {
    const signature = sign("/twilio/voice", [
      ["a", "1"],
      ["a", "2"],
    ]);
    const { status, body } = await post("/twilio/voice", "a=2&a=1", signed(signature));
    expect([status, JSON.parse(body)]).toEqual([200, [["a", ["2", "1"]]]]);
  });

  test("with the old token during a rotation", async () => {
    expect((await post("/twilio/voice", "a=1", signed(sign("/twilio/voice", [["a", "1"]], "old")))).status).toBe(200);
  });

  test("through a proxy that rewrites its host", async () => {
    const headers = signed(sign("/twilio/voice", []), {
      host: "10.0.0.7:8080",
      "x-forwarded-host": "elsewhere.example",
    });
    expect((await post("/twilio/voice", "", headers)).status).toBe(200);
  });

  test.each(["; charset=utf-8", ';charset="UTF-8"', "; charset=utf8", "; x=y"])("as a form%s", async (more) => {
    const headers = signed(sign("/twilio/voice", []), { "content-type": form.toUpperCase() + more });
    expect((await post("/twilio/voice", "", headers)).status).toBe(200);
  });

  test("with 200 parameters", async () => {
    const params = Array.from({ length: 200 }, (_, n): [string, string] => [`p${n}`, "x"]);
    const body = params.map((pair) => pair.join("=")).join("&");
    expect((await post("/twilio/voice", body, signed(sign("/twilio/voice", params)))).status).toBe(200);
  });
});

/** Sends bytes as they are, and answers with the first line of what comes back. */
async function raw(...parts: readonly string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1").setEncoding("latin1");
  for (const part of parts) socket.write(part);
  const [first] = (await once(socket, "data")) as [string];
  socket.destroy();
  return first.slice(0, first.indexOf("\r\n"));
}

describe("anything else is refused, counted, and told nothing", () => {
  const signature = sign("/twilio/voice", [["a", "1"]]);
  test.each<[string, number, Refusal, string | Buffer, Record<string, string>]>([
    ["unsigned", 403, "unsigned", "a=1", {}],
    ["signed with nothing", 403, "unsigned", "a=1", signed("")],
    ["tampered with", 403, "forged", "a=2", signed(signature)],
    ["added to", 403, "forged", "a=1&b=", signed(signature)],
    [
      "signed for its host header",
      403,
      "forged",
      "a=1",
      signed(createHmac("sha1", "token").update("https://evil.example/twilio/voicea1").digest("base64"), {
        host: "evil.example",
      }),
    ],
    ["JSON", 415, "content-type", '{"a":1}', signed(signature, { "content-type": "application/json" })],
    ["of several parts", 415, "content-type", "a=1", signed(signature, { "content-type": "multipart/form-data" })],
    [
      "in another charset",
      415,
      "content-type",
      "a=1",
      signed(signature, { "content-type": `${form}; charset=latin1` }),
    ],
    ["compressed", 415, "content-type", "a=1", signed(signature, { "content-encoding": "gzip" })],
    [
      "of 201 parameters",
      400,
      "too-many",
      Array.from({ length: 201 }, (_, n) => `p${n}=`).join("&"),
      signed(signature),
    ],
    ["broken in its escapes", 400, "malformed", "a=%zz", signed(signature)],
    ["cut off in an escape", 400, "malformed", "a=%4", signed(signature)],
    ["not UTF-8 in its escapes", 400, "malformed", "a=%C3%28", signed(signature)],
    ["not UTF-8 at all", 400, "malformed", Buffer.from([0x61, 0x3d, 0xc3, 0x28]), signed(signature)],
  ])("%s", async (_what, status, why, body, headers) => {
    const answer = await post("/twilio/voice", body, headers);
    expect([answer.status, answer.body, refusals]).toEqual([status, `${why}\n`, [why]]);
    expect(answer.headers.connection).toBe("close");
  });

  const head = (...lines: readonly string[]) =>
    ["POST /twilio/voice HTTP/1.1", "Host: x", `Content-Type: ${form}`, "X-Twilio-Signature: x", ...lines, "", ""].join(
      "\r\n",
    );

  test("a body said to be 1 MB is refused before any of it is read", async () => {
    expect(await raw(head("Content-Length: 1048576"))).toBe("HTTP/1.1 413 Payload Too Large");
    expect(refusals).toEqual(["too-large"]);
  });

  test("a body that goes on past 64 kB is refused before its end", async () => {
    const chunk = `${(65_537).toString(16)}\r\n${"a".repeat(65_537)}\r\n`;
    expect(await raw(head("Transfer-Encoding: chunked"), chunk)).toBe("HTTP/1.1 413 Payload Too Large");
    expect(refusals).toEqual(["too-large"]);
  });

  test("an unsigned body is not waited for", async () => {
    const unsigned = head("Content-Length: 1048576").replace(/X-Twilio.*\r\n/, "");
    expect(await raw(unsigned)).toBe("HTTP/1.1 403 Forbidden");
  });

  test("a body whose sender goes away is given up", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.write(`${head("Content-Length: 100")}a=1`);
    await once(server, "request");
    socket.destroy();
    await expect.poll(() => refusals).toEqual(["aborted"]);
  });

  test("whatever is sent, it is refused by rule and nothing breaks", async () => {
    const odd = fc.constantFrom("%", "%F0", "&", "=", "+", "__proto__", "\0", "é", "%00", "a", "%E2%82", "[]", ";");
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(odd).map((parts) => Buffer.from(parts.join(""))),
    );
    const types = fc.constantFrom(
      form,
      `${form};charset=`,
      "application/json",
      "text/plain",
      "",
      "a/b;=;charset=utf-8",
    );
    await fc.assert(
      fc.asyncProperty(
        body,
        types,
        fc.constantFrom("", "x", "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
        async (bytes, type, mark) => {
          const headers = { "content-type": type, ...(mark !== "" && signed(mark)) };
          expect([400, 403, 415]).toContain((await post("/twilio/voice?%zz", Buffer.from(bytes), headers)).status);
        },
      ),
      { seed: 1, numRuns: 400 },
    );
  });
});
