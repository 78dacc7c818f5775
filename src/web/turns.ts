import type { IncomingMessage, ServerResponse } from "node:http";
import type { Then } from "../call/verb.ts";
import type { Params } from "../twilio/params.ts";
import { sendDocument } from "./document.ts";
import { apologise, type ErrorOptions } from "./errors.ts";
import type { Metrics } from "./metrics.ts";
import { turnIn } from "./paths.ts";
import type { Door } from "./twilio-door.ts";

/** The document that a call is given when a turn's question comes back with an answer. */
export type Turn = (call: string, then: Then, params: Params) => Promise<string>;

type Options = {
  readonly door: Door;
  readonly turn: Turn;
  readonly metrics: Metrics;
  readonly errors: ErrorOptions;
};

/**
 * Answers the turns of calls, which are nearly all that is ever asked, past Express: its way to a route costs as much as
 * deciding what comes next. Says of any other request that it is none of its own, and leaves it alone.
 */
export function turnListener({ door, turn, metrics, errors }: Options) {
  async function answer(request: IncomingMessage, response: ServerResponse, call: string, then: Then): Promise<void> {
    const began = performance.now();
    try {
      const params = await door(request, response, request.url ?? "");
      if (params) sendDocument(response, await turn(call, then, params));
    } catch (error) {
      apologise(error, request, response, errors);
    }
    metrics.webhook(`call/${then.asked}`, response.statusCode, (performance.now() - began) / 1_000);
  }

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const asked = request.method === "POST" ? turnIn(request.url ?? "") : undefined;
    if (asked) void answer(request, response, asked.call, asked.then);
    return asked !== undefined;
  };
}
