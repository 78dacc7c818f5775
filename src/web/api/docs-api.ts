import { createRequire } from "node:module";
import { dirname } from "node:path";
import { z } from "zod";
import { paths } from "../paths.ts";
import { Problem } from "../problem.ts";
import { operation, type Operation } from "./operation.ts";

/** Where Swagger UI lies; the page has nothing from any other address. */
const folder = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
const files = ["swagger-ui.css", "swagger-ui-bundle.js"];

/** What has an address here: neither a style nor a script may stand in the page. Swagger UI sets its styles by script, which is no style of the page. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Holdfast's API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="docs/swagger-ui.css" />
  </head>
  <body>
    <div id="api"></div>
    <script src="docs/swagger-ui-bundle.js"></script>
    <script src="docs/start.js"></script>
  </body>
</html>
`;
const start = `SwaggerUIBundle({ url: "openapi.json", dom_id: "#api", deepLinking: true, validatorUrl: null });\n`;

/** The API's document as a page to read and to try. */
export function docsOperations(): readonly Operation[] {
  const tag = "About the API";
  return [
    operation({
      id: "showApiDocument",
      method: "get",
      path: paths.apiDocs,
      tag,
      summary: "The document as a page to read, and to try as whoever is signed in.",
      needs: "anyone",
      endings: { 200: { says: "The page.", type: "text/html" } },
      send: (_asked, response) =>
        void response.set("Content-Security-Policy", contentPolicy).type("text/html").send(page),
    }),
    operation({
      id: "readApiDocumentPart",
      method: "get",
      path: paths.apiDocsPart,
      tag,
      summary: "What the page loads.",
      needs: "anyone",
      params: z.object({ file: z.string().max(100) }),
      endings: { 200: { says: "A script or a style sheet.", type: "text/plain" } },
      send({ params: { file } }, response) {
        if (file === "start.js") {
          response.type("text/javascript").send(start);
          return;
        }
        if (!files.includes(file)) throw new Problem(404, "The page has no such part.");
        response.set("Cache-Control", "public, max-age=3600");
        response.sendFile(file, { root: folder });
      },
    }),
  ];
}
