import { Router, type Request, type RequestHandler, type Response } from "express";
import { parsed } from "../callback-schemas.ts";
import { jsonBody } from "../json-body.ts";
import type { Who } from "./who.ts";
import type { Admit, Noted, Operation } from "./operation.ts";

/** Writes a line of the audit log: somebody has changed something. */
export type Note = (one: Operation, request: Request, who: Who, noted: Noted) => Promise<void>;

export type ApiRules = {
  readonly admit: Admit;
  readonly note: Note;
  /** Told of every answer that is begun to somebody, who may have to be cut off in the middle of it. */
  readonly begun: (who: Who, response: Response) => void;
  /** Throws a Problem (503) where the disk has not taken what was decided: no change is answered as made that is not. */
  readonly kept: () => void;
};

/** The operations behind their addresses. Whoever asks is admitted before anything of the request is read. */
export function apiRouter(operations: readonly Operation[], rules: ApiRules): Router {
  const router = Router();
  for (const one of operations) {
    const read = one.body ? jsonBody(one.mostBytes) : [];
    router[one.method](one.path, admitted(one, rules), ...read, performed(one, rules));
  }
  return router;
}

function admitted(one: Operation, { admit, begun }: ApiRules): RequestHandler {
  return async (request, response, next) => {
    response.set("Cache-Control", "no-store");
    if (one.needs !== "anyone") {
      const who = await admit(request, response, one.needs, one);
      response.locals["who"] = who;
      begun(who, response);
    }
    next();
  };
}

function performed(one: Operation, { note, kept }: ApiRules): RequestHandler {
  const changes = one.method !== "get" && !one.asks;
  return async (request, response) => {
    const who = response.locals["who"] as Who | undefined;
    const asked = {
      params: one.params && parsed(one.params, request.params),
      query: one.query && parsed(one.query, request.query),
      body: one.body && parsed(one.body, request.body),
      who,
      request,
    };
    await one.perform(asked, response, async (noted) => {
      if (!changes || !who) return;
      if (one.audit === undefined) await note(one, request, who, noted);
      if (!response.headersSent) kept();
    });
  };
}
