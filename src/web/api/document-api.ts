import { z } from "zod";
import { paths } from "../paths.ts";
import { openApiOf } from "./openapi.ts";
import { operation, type Operation } from "./operation.ts";

type Options = {
  /** All that there are. */
  readonly operations: () => readonly Operation[];
  readonly publicUrl: string;
  /** The name of the session's cookie here. */
  readonly cookie: string;
};

/** The API's own description, for programs and for people. */
export function documentOperations({ operations, publicUrl, cookie }: Options): readonly Operation[] {
  let made: { readonly of: readonly Operation[]; readonly document: object } | undefined;

  function document(): object {
    const all = operations();
    if (made?.of !== all) made = { of: all, document: openApiOf(all, publicUrl, cookie) };
    return made.document;
  }

  return [
    operation({
      id: "readApiDocument",
      method: "get",
      path: paths.openapi,
      tag: "About the API",
      summary: "This document.",
      needs: "anyone",
      endings: { 200: { says: "OpenAPI 3.1.", body: z.looseObject({ openapi: z.string() }) } },
      answer: () => ({ body: document() }),
    }),
  ];
}
