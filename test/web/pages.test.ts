import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import express, { type Express } from "express";
import request from "supertest";
import { expect, onTestFinished, test } from "vitest";
import { pagesRouter } from "../../src/web/pages.ts";
import { paths } from "../../src/web/paths.ts";

const script = "export const said = 'hello';\n".repeat(50);
const html = `<!doctype html><meta name="holdfast-mode" content="live" /><meta property="csp-nonce" nonce="" /><script type="module" src="/assets/main-Ab1.js"></script>`;

async function builtPages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-pages-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), html);
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "assets/main-Ab1.js"), script);
  await writeFile(join(folder, "assets/main-Ab1.js.br"), brotliCompressSync(script));
  return folder;
}

async function pages({ demo = false, folder }: { demo?: boolean; folder?: string } = {}): Promise<Express> {
  const app = express();
  app.use(pagesRouter({ folder: folder ?? (await builtPages()), demo }));
  return app.use((_, response) => void response.status(404).type("text/plain").send("Not Found\n"));
}

test("every address of a page is answered with the document, of which no script stands in the text, and which is never stale", async () => {
  const app = await pages();
  const seen = new Set<string>();
  for (const path of [...paths.pages, "/routing/queues/sales"]) {
    const { status, text, headers } = await request(app).get(path);
    const nonce = /style-src 'self' 'nonce-([\w+/]{22}==)'/.exec(headers["content-security-policy"] ?? "")?.[1] ?? "";
    expect([status, text]).toEqual([200, html.replace('nonce=""', `nonce="${nonce}"`)]);
    seen.add(nonce);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["content-security-policy"]).toMatch(/default-src 'self'/);
    expect(headers["content-security-policy"]).not.toMatch(/script-src|unsafe/);
  }
  expect(seen.size).toBe(paths.pages.length + 1);
});

test("the document says where the telephone network is played", async () => {
  const app = await pages({ demo: true });
  expect((await request(app).get("/")).text).toContain('name="holdfast-mode" content="demo"');
});

test("a file may be kept for good, and comes compressed to whoever takes it so", async () => {
  const app = await pages();
  const plain = await request(app).get("/assets/main-Ab1.js").set("Accept-Encoding", "identity");
  expect([plain.status, plain.text]).toEqual([200, script]);
  expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(plain.headers["content-type"]).toMatch(/^text\/javascript/);
  const small = await request(app).get("/assets/main-Ab1.js").set("Accept-Encoding", "gzip, br");
  expect(small.headers).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding" });
  expect(Number(small.headers["content-length"])).toBeLessThan(script.length / 5);
});

test("a person at an address that is no page's is shown so by the pages, with 404", async () => {
  const { status, text } = await request(await pages())
    .get("/nowhere")
    .set("Accept", "text/html,*/*;q=0.8");
  expect([status, text.replace(/nonce="[^"]+"/, 'nonce=""')]).toEqual([404, html]);
});

test.each([
  "/api/nothing",
  "/twilio/nothing",
  "/audio/nothing",
  "/c/123",
  "/assets/..%2fsecret.txt",
  "/assets/old-Xy2.js",
  "/assets/%2e%2e/secret.txt",
])("%s is nothing of the pages, even for a browser", async (path) => {
  const { status, text } = await request(await pages())
    .get(path)
    .set("Accept", "text/html");
  expect([status, text]).toEqual([404, "Not Found\n"]);
});

test("a program at an address that is no page's gets no document", async () => {
  const { text } = await request(await pages()).get("/nowhere");
  expect(text).toBe("Not Found\n");
});

test("where the pages are not built, whoever opens one is told how they are", async () => {
  const { status, text } = await request(await pages({ folder: "/nowhere/at/all" })).get("/");
  expect([status, text]).toEqual([503, expect.stringContaining("npm start")]);
});
