import { z } from "zod";
import { hashOf } from "../people/secret.ts";
import { NothingDone, wordsOf } from "./ending.ts";
import type { Place } from "./place.ts";

/** Where a server runs, and what lets a program in. */
export type Door = { readonly url: string; readonly token: string };

/** An answer takes no longer, in milliseconds. */
const patience = 30_000;

const Faults = z.array(z.object({ path: z.string(), sentence: z.string() }));
const Draft = z.object({
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.iso.datetime(),
  source: z.unknown(),
  faults: Faults,
  warnings: Faults,
});
const InForce = z.object({ source: z.unknown() });
const Problem = z.object({ status: z.int(), detail: z.string().default("") });

/** The door in the environment; undefined where none is named. Throws NothingDone where half of it is, or the address is none. */
export function doorIn(variables: NodeJS.ProcessEnv): Door | undefined {
  const url = variables["HOLDFAST_URL"]?.trim() ?? "";
  const token = variables["HOLDFAST_TOKEN"]?.trim() ?? "";
  if (url === "" && token === "") return undefined;
  if (token === "")
    throw new NothingDone(
      2,
      "HOLDFAST_URL is set without HOLDFAST_TOKEN. Make a token with the scope routing on the page Settings, Tokens; or set neither.\n",
    );
  if (url === "")
    throw new NothingDone(
      2,
      "HOLDFAST_TOKEN is set without HOLDFAST_URL. Set it to the server's address; or set neither.\n",
    );
  if (!["http:", "https:"].includes(URL.parse(url)?.protocol ?? ""))
    throw new NothingDone(2, `HOLDFAST_URL is ${url}. Write an address such as https://phone.example.com.\n`);
  return { url: url.replace(/\/+$/, ""), token };
}

/** A server that runs, over its API. Throws NothingDone where it cannot be reached, does not let us in, or refuses. */
export function overApi(door: Door): Place {
  return {
    // A token is known by the hash of its secret.
    me: hashOf(door.token),
    async inForce() {
      const answer = await ask(door, "");
      return read(door, InForce, accepted(door, answer)).source;
    },
    async draft() {
      const answer = await ask(door, "/draft");
      if (answer.status === 404 && Problem.safeParse(answer.body).success) return undefined;
      const { by, at, source } = read(door, Draft, accepted(door, answer));
      return { by, at: Date.parse(at), source, tag: answer.tag };
    },
    async save(source, seen) {
      const unseen: Record<string, string> = seen ? { "If-Match": seen.tag } : { "If-None-Match": "*" };
      const answer = await ask(door, "/draft", {
        method: "PUT",
        headers: { ...unseen, "Content-Type": "application/json" },
        body: JSON.stringify({ source }),
      });
      return answer.status === 412 ? "changed" : read(door, Draft, accepted(door, answer));
    },
    close: async () => {},
  };
}

type Answer = { readonly status: number; readonly body: unknown; readonly tag: string };

type Asking = Pick<RequestInit, "method" | "body"> & { readonly headers?: Readonly<Record<string, string>> };

async function ask({ url, token }: Door, path: string, init: Asking = {}): Promise<Answer> {
  try {
    const response = await fetch(`${url}/api/routing${path}`, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${token}` },
      // The token is for the address that was written down, and no other.
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    return { status: response.status, body: parsed(await response.text()), tag: response.headers.get("ETag") ?? "" };
  } catch (cause) {
    const why = `${url} cannot be reached (${wordsOf(cause)}). See that Holdfast runs there, and that HOLDFAST_URL is its address.\n`;
    throw new NothingDone(1, why, { cause });
  }
}

function accepted(door: Door, { status, body }: Answer): unknown {
  if (status < 300) return body;
  const { data } = Problem.safeParse(body);
  if (!data) throw unlike(door);
  const token = status === 401 ? " HOLDFAST_TOKEN is not a token that is known there." : "";
  throw new NothingDone(1, `${door.url} refuses (${status}): ${data.detail}${token}\n`);
}

function read<T extends z.ZodType>(door: Door, shape: T, body: unknown): z.infer<T> {
  const { data, success } = shape.safeParse(body);
  if (!success) throw unlike(door);
  return data;
}

function unlike({ url }: Door): NothingDone {
  return new NothingDone(1, `${url} does not answer as Holdfast does. Set HOLDFAST_URL to the address of its pages.\n`);
}

/** What is no JSON is nothing of ours. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
