import { expect, test } from "vitest";
import { openHouse } from "./house.ts";
import { ask } from "./visitor.ts";

test("a name that is a script comes out as the text that it is, and no browser takes it for a page", async () => {
  const { admin } = await openHouse();
  const name = `<script>alert("Ben")</script>`;
  const made = await admin.ask("POST", "/api/users", { body: { name, email: "ben@example.com", role: "rep" } });
  expect(made.status).toBe(201);
  const { body, headers } = await admin.ask("GET", "/api/users");
  expect(JSON.stringify(body)).toContain(JSON.stringify(name));
  expect(headers).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
  });
});

test.each([
  ["https://phone.example.com", true],
  ["http://localhost:3000", false],
])("at %s a browser is told never to ask by http again: %s", async (publicUrl, told) => {
  const { desk } = await openHouse({ publicUrl });
  const { headers } = await ask(desk.url, "GET", "/api/openapi.json");
  expect(headers["strict-transport-security"] !== undefined).toBe(told);
});

test.each(["/audio/music/0000000000000000.wav", "/twilio/voice"])(
  "calls and music are spared all that: %s",
  async (path) => {
    const { desk } = await openHouse();
    expect((await ask(desk.url, "GET", path)).headers["content-security-policy"]).toBeUndefined();
  },
);

test.each([
  ["/api/docs/swagger-ui.css", 200],
  ["/api/docs/start.js", 200],
  ["/api/docs/package.json", 404],
  ["/api/docs/..%2fpackage.json", 404],
  ["/api/docs/%2e%2e%2f%2e%2e%2fpackage.json", 404],
  ["/api/docs/../../package.json", 404],
  ["/api/docs/swagger-ui.css%00", 404],
  ["/api/docs/%", 400],
  ["/api/users/..%2f..%2fetc%2fpasswd", 404],
  ["/api/invitations/..%2f..%2fholdfast", 410],
])("no address leads to a file that is not meant: %s is answered with %i", async (path, status) => {
  const { admin } = await openHouse();
  expect((await admin.ask("GET", path)).status).toBe(status);
});
