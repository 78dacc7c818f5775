import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Router, type Request, type Response } from "express";
import { paths } from "./paths.ts";

export type PagesOptions = {
  /** Where the built pages lie. */
  readonly folder: string;
  /** Whether this server plays the telephone network itself. */
  readonly demo: boolean;
};

/**
 * What a page may load and run: what has an address here. Styles may stand in the page where they bear the word of this one answer, for
 * widgets place themselves by them; no script may.
 */
const contentPolicy = (nonce: string) =>
  [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Where the document has that word, for the page's scripts alone to read. */
const noncePlace = 'property="csp-nonce" nonce=""';

const notBuilt = "The admin's pages are not built here. Start Holdfast with npm start, which builds them.\n";

/**
 * The admin's pages: their files, whose names change with what is in them and may be kept for good, and one document for
 * every address of a page. An address that is no page's gets the document as well, with 404, where a person asks; it is what
 * says so in words.
 */
export function pagesRouter({ folder, demo }: PagesOptions): Router {
  const router = Router();
  const assets = new Set(namesIn(join(folder, "assets")));
  const document = documentIn(folder, demo);
  router.get(paths.pageAsset, (request, response, next) => {
    const { name } = request.params;
    if (!assets.has(name)) return next();
    sendAsset(request, response, { folder: join(folder, "assets"), name, assets });
  });
  for (const path of [...paths.pages, ...paths.pagesOfOne])
    router.get(path, (_, response) => sendDocument(response, 200, document));
  router.get(/.*/, (request, response, next) => {
    const person = /\btext\/html\b/.test(request.get("Accept") ?? "");
    if (!person || ofOthers.test(request.path)) return next();
    sendDocument(response, 404, document);
  });
  return router;
}

/** Where no page is ever, whoever asks. */
const ofOthers = /^\/(api|twilio|audio|assets|demo|c)(\/|$)/i;

function sendDocument(response: Response, status: number, document: string | undefined): void {
  response.set({ "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin" });
  if (document === undefined) {
    response.status(503).type("text/plain").send(notBuilt);
    return;
  }
  const nonce = randomBytes(16).toString("base64");
  response
    .status(status)
    .set("Content-Security-Policy", contentPolicy(nonce))
    .type("text/html")
    .send(document.replace(noncePlace, noncePlace.replace('nonce=""', `nonce="${nonce}"`)));
}

type Asset = { readonly folder: string; readonly name: string; readonly assets: ReadonlySet<string> };

/** A file, compressed where it lies so already and the browser takes it. */
function sendAsset(request: Request, response: Response, { folder, name, assets }: Asset): void {
  const encodings = [
    ["br", "br"],
    ["gzip", "gz"],
  ] as const;
  const found = encodings.find(
    ([encoding, ending]) => assets.has(`${name}.${ending}`) && request.acceptsEncodings(encoding),
  );
  response.type(name).set({ "X-Content-Type-Options": "nosniff", Vary: "Accept-Encoding" });
  if (found) response.set("Content-Encoding", found[0]);
  response.sendFile(found ? `${name}.${found[1]}` : name, { root: resolve(folder), immutable: true, maxAge: "365d" });
}

function namesIn(folder: string): readonly string[] {
  return ifThere(() => readdirSync(folder)) ?? [];
}

function documentIn(folder: string, demo: boolean): string | undefined {
  const text = ifThere(() => readFileSync(join(folder, "index.html"), "utf8"));
  return demo ? text?.replace('name="holdfast-mode" content="live"', 'name="holdfast-mode" content="demo"') : text;
}

/** What is read, or nothing where there is no such file or folder. Throws whatever else keeps it from being read. */
function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
