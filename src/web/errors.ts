import { STATUS_CODES, type IncomingMessage, type ServerResponse } from "node:http";
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";
import { Problem } from "./problem.ts";
import type { Apology } from "../twilio/apology.ts";
import { sendDocument } from "./document.ts";
import { sorryDocument } from "./sorry.ts";

/** What the error handler needs: where failures are told, what a caller hears, and the address Twilio knows us by. */
export type ErrorOptions = {
  readonly log: Logger;
  readonly publicUrl: string;
  /** Asked for at each failure, for the routing may have changed since. It must not throw. */
  readonly apology: () => Apology;
};

/** An error's HTTP status: what it says of itself where it is the asker's fault, else 500. */
function statusOf(error: unknown): number {
  const status: unknown = typeof error === "object" && error && "status" in error ? error.status : undefined;
  const most = error instanceof Problem ? 600 : 500;
  return typeof status === "number" && status >= 400 && status < most ? status : 500;
}

/** The whole path, also where the handler is mounted under one. */
const pathOf = ({ baseUrl, path }: Request): string => baseUrl + path;

/** The path as it is logged: what is a secret in it opens a door. */
const loggedPath = (request: Request): string => pathOf(request).replace(/^(\/api\/invitations\/).+/i, "$1…");

const isUnder = (folder: string, path: string): boolean => path === folder || path.startsWith(`${folder}/`);

function sayingSorry(response: ServerResponse, path: string, url: string, { publicUrl, apology }: ErrorOptions): void {
  sendDocument(response, sorryDocument(path, url, publicUrl, apology));
}

/** What was thrown where there is no Express, at a path under `/twilio`: the same answer, and the same line in the log. */
export function apologise(
  error: unknown,
  { method, url = "" }: IncomingMessage,
  response: ServerResponse,
  options: ErrorOptions,
): void {
  const [path = ""] = url.split("?");
  options.log.error({ err: error, method, path }, "failed to answer");
  if (response.headersSent) response.destroy();
  else sayingSorry(response, path, url, options);
}

type Said = { readonly status: number; readonly detail?: string; readonly more?: object };

function answer(request: Request, response: Response, said: Said, options: ErrorOptions): void {
  const { status, detail = "", more = {} } = said;
  const path = pathOf(request);
  if (isUnder("/twilio", path)) {
    sayingSorry(response, path, request.originalUrl, options);
    return;
  }
  const title = STATUS_CODES[status] ?? "Error";
  if (isUnder("/api", path)) {
    const problem = { type: "about:blank", title, status, ...(detail !== "" && { detail }), ...more };
    response.status(status).type("application/problem+json").send(JSON.stringify(problem));
    return;
  }
  response.status(status).type("text/plain").send(`${title}\n`);
}

/**
 * The last handler of all: what was thrown becomes an answer, and a line in the log. Under `/twilio` it is 200 with a
 * document, so that a caller never hears our failure as Twilio's; under `/api` problem+json; elsewhere a word of text.
 */
export function errorHandler(options: ErrorOptions): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = statusOf(error);
    const level = status === 500 ? "error" : "info";
    options.log[level]({ err: error, method: request.method, path: loggedPath(request) }, "failed to answer");
    if (response.headersSent) return next(error);
    const says = error instanceof Problem || (status < 500 && error instanceof Error);
    const more = error instanceof Problem ? error.more : {};
    if (error instanceof Problem) response.set(error.headers);
    answer(request, response, { status, more, ...(says ? { detail: error.message } : {}) }, options);
  };
}

/** What no route has answered: the same three ways, as not found. */
export function notFound(options: ErrorOptions): RequestHandler {
  return (request, response) => {
    if (isUnder("/twilio", pathOf(request)))
      options.log.warn({ path: pathOf(request) }, "Twilio asked for a path we do not have");
    answer(request, response, { status: 404 }, options);
  };
}
