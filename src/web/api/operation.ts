import type { Request, Response } from "express";
import type { z } from "zod";
import type { Role, Who } from "./who.ts";

type Shape = z.ZodType;
type Read<S> = S extends Shape ? z.infer<S> : undefined;

type From = {
  /** Nobody in particular where an operation is for anyone. */
  readonly who: Who | undefined;
  readonly request: Request;
};
type ReadBy<P, Q, B> = { readonly params: Read<P>; readonly query: Read<Q>; readonly body: Read<B> };

/** What was asked, read by the operation's schemas. */
export type Asked<P, Q, B> = From & ReadBy<P, Q, B>;
type AskedOfAny = From & { readonly params: unknown; readonly query: unknown; readonly body: unknown };

/** What is answered: a status, and JSON where there is a body. */
export type Reply = {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
} & Noted;

/** What the audit log keeps of a change beside who made it: what it was made to, where the address does not say, and what became of it. */
export type Noted = { readonly of?: string; readonly did?: Readonly<Record<string, unknown>> };

/** One way that an operation may end, as its document tells it. */
export type Ending = {
  readonly says: string;
  readonly body?: Shape;
  /** Another content type than JSON. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

type Spec<P extends Shape | undefined, Q extends Shape | undefined, B extends Shape | undefined> = {
  /** A verb and its object, such as `publishRouting`: what programs know it by. */
  readonly id: string;
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** As Express writes it: `/api/routing/versions/:version`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** The least role that may; `anyone`: without signing in. */
  readonly needs: Role | "anyone";
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The most JSON that is read, in bytes; 16 kB unless given. */
  readonly mostBytes?: number;
  /** It only asks, and changes nothing, though it is no GET: its question is a long one. */
  readonly asks?: true;
  /**
   * The line in the audit log: decided with the change itself (`own`), or none, where nobody need know, such as of what is being
   * typed. Unset: one is written before the change is answered.
   */
  readonly audit?: "own" | "none";
  readonly endings: Readonly<Record<number, Ending>>;
} & (
  | { readonly answer: (asked: Asked<P, Q, B>) => Reply | Promise<Reply> }
  /** Answers by itself: a stream of events, a file. */
  | { readonly send: (asked: Asked<P, Q, B>, response: Response) => void | Promise<void> }
);

/** One thing that can be done over the API: its address, who may, what it takes and how it ends, in one place. */
export type Operation = Omit<Spec<Shape | undefined, Shape | undefined, Shape | undefined>, "answer" | "send"> & {
  /** `note` writes the line of the audit log, once it is done and before it is answered. */
  readonly perform: (asked: AskedOfAny, response: Response, note: (noted: Noted) => Promise<void>) => Promise<void>;
};

/** An operation. Its schemas are the only ones: what is read, what is documented and what the types say is the same. */
export function operation<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
>(spec: Spec<P, Q, B>): Operation {
  return {
    ...spec,
    async perform(asked, response, note) {
      // The router has read all three by this operation's own schemas.
      const read = asked as Asked<P, Q, B>;
      if ("send" in spec) {
        await spec.send(read, response);
        if (response.statusCode < 400) await note({});
        return;
      }
      const { status = 200, body, headers = {}, ...noted } = await spec.answer(read);
      await note(noted);
      response.status(status).set(headers);
      if (body === undefined) response.end();
      else response.json(body);
    },
  };
}

/** Finds out who asks, and whether they may do what is asked. Throws a Problem: 401, 403, 429. */
export type Admit = (
  request: Request,
  response: Response,
  needs: Role,
  asked: Pick<Operation, "method" | "path" | "asks">,
) => Promise<Who>;
