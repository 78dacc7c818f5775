import { readFile } from "node:fs/promises";
import { z } from "zod";
import { readRouting } from "../routing/check.ts";
import type { Routing } from "../routing/routing.ts";
import type { Track } from "./book.ts";

const Manifest = z.object({ tracks: z.array(z.object({ title: z.string(), sha256: z.string() })) });

/** The company's routing and music, from their files; or what keeps them from being read, a sentence each. */
export async function readCompany(
  routingFile: string,
  manifestFile: string,
): Promise<{ readonly routing: Routing; readonly tracks: readonly Track[] } | { readonly faults: readonly string[] }> {
  const source = await readJson(routingFile);
  if (source instanceof Error) return { faults: [`${routingFile}: ${source.message}`] };
  const read = readRouting(source, "");
  if ("faults" in read) return { faults: read.faults.map(({ path, sentence }) => `${path}: ${sentence}`) };
  // Music without its name is still music.
  const { data } = Manifest.safeParse(await readJson(manifestFile));
  return { routing: read.routing, tracks: data?.tracks ?? [] };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
