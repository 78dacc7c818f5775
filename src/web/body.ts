import type { IncomingMessage, ServerResponse } from "node:http";
import type { Response } from "express";
import type { Params } from "../twilio/params.ts";

/** Why a body is refused; `aborted`: the other side went away in mid-body. */
export type BodyFault = "content-type" | "too-large" | "too-many" | "too-slow" | "malformed" | "aborted";

const mostBytes = 64 * 1024;
const mostParams = 200;
/** Milliseconds: a webhook must be answered within 15 seconds; whoever sends slower is nobody we serve. */
const patience = 15_000;
/** The HTTP status that a fault is answered with. */
export const statusOf: Readonly<Record<BodyFault, number>> = {
  "content-type": 415,
  "too-large": 413,
  "too-many": 400,
  "too-slow": 408,
  malformed: 400,
  aborted: 400,
};
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A form in UTF-8, the only one that Twilio sends: a charset may be named, no other and no compression. */
function isForm({ headers }: IncomingMessage): boolean {
  const [type, ...parameters] = (headers["content-type"] ?? "").toLowerCase().split(";");
  const plain = (headers["content-encoding"] ?? "identity") === "identity";
  const charsets = parameters.map((parameter) => parameter.trim().split("=")).filter(([name]) => name === "charset");
  const named = charsets.every(([, charset]) => /^"?utf-?8"?$/.test(charset ?? ""));
  return type?.trim() === "application/x-www-form-urlencoded" && plain && named;
}

/** The body's bytes, read no further than the limit. */
function bytesOf(request: IncomingMessage): Promise<Buffer | BodyFault> {
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) return Promise.resolve("too-large");
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (result: Buffer | BodyFault) => {
      clearTimeout(late);
      request.off("data", take).off("end", finish).off("close", abort).off("error", abort);
      resolve(result);
    };
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > mostBytes) {
        request.pause();
        settle("too-large");
      }
    };
    const finish = () => settle(Buffer.concat(chunks));
    const abort = () => settle("aborted");
    const late = setTimeout(() => {
      request.pause();
      settle("too-slow");
    }, patience);
    request.on("data", take).on("end", finish).on("close", abort).on("error", abort);
  });
}

/** Throws URIError for a broken escape, and for escapes that are not UTF-8. */
function decoded(text: string): string {
  const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
  return spaced.includes("%") ? decodeURIComponent(spaced) : spaced;
}

/**
 * Reads a form's text into parameters exactly as they were signed, nothing trimmed. Broken escapes and what is not
 * UTF-8 are malformed: Twilio sends neither, and a guess at what was meant would not be what was signed.
 */
export function parseForm(text: string): Params | BodyFault {
  const params: Record<string, string | string[]> = Object.create(null);
  const pairs = text.split("&", mostParams + 1);
  if (pairs.length > mostParams) return "too-many";
  try {
    for (const pair of pairs) if (pair !== "") add(params, pair);
  } catch (error) {
    if (error instanceof URIError) return "malformed";
    throw error;
  }
  return params;
}

function add(params: Record<string, string | string[]>, pair: string): void {
  const equals = pair.indexOf("=");
  const name = decoded(equals < 0 ? pair : pair.slice(0, equals));
  const value = equals < 0 ? "" : decoded(pair.slice(equals + 1));
  const before = params[name];
  if (before === undefined) params[name] = value;
  else if (typeof before === "string") params[name] = [before, value];
  else before.push(value);
}

/**
 * Reads a webhook's form. Refuses another content type (415), more than 64 kB (413), one that takes longer than 15 s (408),
 * more than 200 parameters and a malformed form (400).
 */
export async function readForm(request: IncomingMessage): Promise<Params | BodyFault> {
  if (!isForm(request)) return "content-type";
  const bytes = await bytesOf(request);
  if (typeof bytes === "string") return bytes;
  try {
    return parseForm(utf8.decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return "malformed";
    throw error;
  }
}

/** Answers a refusal without reading on: the connection is closed behind it. */
export function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
  response.end(`${why}\n`);
}

/** The parameters that the door has read; throws where it does not stand before, which is a bug in the wiring. */
export function paramsOf(response: Response): Params {
  const params: unknown = response.locals["params"];
  if (typeof params !== "object" || params === null)
    throw new Error("the door stands before what reads its parameters");
  return params as Params;
}
