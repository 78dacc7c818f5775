import { Router, type RequestHandler } from "express";
import { parsed } from "../callback-schemas.ts";
import { jsonBody } from "../json-body.ts";
import type { Admit, Operation } from "./operation.ts";

/** The operations behind their addresses. Whoever asks is admitted before anything of the request is read. */
export function apiRouter(operations: readonly Operation[], admit: Admit): Router {
  const router = Router();
  for (const one of operations) {
    const read = one.body ? jsonBody(one.mostBytes) : [];
    router[one.method](one.path, admitted(one, admit), ...read, performed(one));
  }
  return router;
}

function admitted(one: Operation, admit: Admit): RequestHandler {
  return async (request, response, next) => {
    response.set("Cache-Control", "no-store");
    if (one.needs !== "anyone") response.locals["who"] = await admit(request, response, one.needs, one);
    next();
  };
}

function performed(one: Operation): RequestHandler {
  return async (request, response) => {
    const asked = {
      params: one.params && parsed(one.params, request.params),
      query: one.query && parsed(one.query, request.query),
      body: one.body && parsed(one.body, request.body),
      who: response.locals["who"],
      request,
    };
    await one.perform(asked, response);
  };
}
