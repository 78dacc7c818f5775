import request from "supertest";
import { expect, test } from "vitest";
import { guessLimits } from "../../src/web/guesses.ts";
import { receiptLimits } from "../../src/web/receipt-router.ts";
import { at, openAdmin, type Admin, type Shown } from "../callbacks-api/admin.ts";
import { adminToken } from "../support/admin-token.ts";

/** A customer's browser at the page of a receipt. */
async function browser({ office }: Admin, headers: Readonly<Record<string, string>> = {}) {
  const { publicUrl } = await office.app();
  const api = request(publicUrl);
  return {
    get: (code: string, query = {}) => api.get(`/c/${code}`).set(headers).query(query),
    post: (code: string, form: object, own: Readonly<Record<string, string>> = { "Sec-Fetch-Site": "same-origin" }) =>
      api.post(`/c/${code}`).set(headers).set(own).type("form").send(form),
    origin: publicUrl,
  };
}

const number = "+12125550142";
const place = { kind: "place", number };
const word = { kind: "promised", number, rep: "ana", by: at("14:00") };

/** What a page says, without its markup. */
const text = (page: { text: string }) =>
  page.text
    .replace(/<style>.*?<\/style>/s, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");

test.each([
  ["a kept place", place, /You are next in line/],
  ["a rep's word", word, /Ana will call you by 2 PM/],
  ["a rep's word in Spanish", { ...word, language: "es" }, /Ana le llamará a más tardar a las 2 de la tarde/],
])("%s: its customer sees how it stands", async (_, body, stands) => {
  const admin = await openAdmin({ reps: [] });
  const { shown } = await admin.made(body);
  await admin.office.pass({ seconds: 1 });
  const page = await (await browser(admin)).get(shown.code);
  expect(page.status).toBe(200);
  expect(page.type).toBe("text/html");
  expect(text(page)).toMatch(stands);
});

test("the text that confirms it names the page", async () => {
  const admin = await openAdmin({ reps: [] });
  const { shown } = await admin.made({ ...word, confirmed: true });
  const { publicUrl } = await admin.office.app();
  await admin.office.another(number).getsText(new RegExp(`call you by 2 PM.* ${publicUrl}/c/${shown.code}$`));
});

test("the number is never shown in full, and nothing that is shown is markup of somebody else's", async () => {
  const admin = await openAdmin({ reps: [] });
  const { shown } = await admin.made(word);
  await admin.post({ text: "<script>alert(1)</script>" }, `/${shown.id}/news`);
  const page = await (await browser(admin)).get(shown.code);
  expect(text(page)).toContain("number that ends in 42");
  expect(page.text).not.toMatch(/2125550142|555\D*0142/);
  expect(page.text).not.toContain("<script");
  expect(page.text).toContain("&lt;script&gt;");
});

test("nothing runs on the page, nothing is loaded, nobody may frame or keep it", async () => {
  const admin = await openAdmin({ reps: [] });
  const { shown } = await admin.made(place);
  const { headers } = await (await browser(admin)).get(shown.code);
  expect(headers["content-security-policy"]).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  );
  expect(headers).toMatchObject({
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
});

test("another time is chosen from those that can be kept, and shown", async () => {
  const admin = await openAdmin({ reps: ["Ana", "Ben"] });
  const { shown } = await admin.made(word);
  const page = await browser(admin);
  const times = [...(await page.get(shown.code, { ask: "move" })).text.matchAll(/value="(\d+)"/g)].map(
    ([, time]) => time,
  );
  expect(times).toHaveLength(6);
  const moved = await page.post(shown.code, { do: "move", time: times[1] });
  expect(moved.status).toBe(303);
  expect(moved.headers["location"]).toBe(`/c/${shown.code}?moved`);
  expect(text(await page.get(shown.code, { moved: "" }))).toMatch(/This is your new time\. Ana will call you by 11 AM/);
  const { body } = await admin.get(`/${shown.id}`);
  expect(body.promises[0].ended).toMatchObject({ how: "moved", by: { who: "caller", via: "page" } });
});

test.each([
  ["a time that is not free", { do: "move", time: "1" }, 409, /That time has just been taken/],
  ["no time", { do: "move", time: "soon" }, 303, /./],
  ["something else", { do: "delete" }, 303, /./],
])("%s changes nothing", async (_, form, status, says) => {
  const admin = await openAdmin({ reps: ["Ana"] });
  const { shown } = await admin.made(word);
  const answer = await (await browser(admin)).post(shown.code, form);
  expect(answer.status).toBe(status);
  expect(text(answer)).toMatch(says);
  expect((await admin.get(`/${shown.id}`)).body).toEqual(shown);
});

test("it is cancelled only after being asked, and then it is as if it had never been", async () => {
  const admin = await openAdmin({ reps: [] });
  const { shown } = await admin.made(word);
  const page = await browser(admin);
  expect(text(await page.get(shown.code, { ask: "cancel" }))).toMatch(/Cancel this call\?/);
  expect((await admin.get()).body.callbacks as readonly Shown[]).toHaveLength(1);
  const cancelled = await page.post(shown.code, { do: "cancel" });
  expect(text(cancelled)).toMatch(/The call is cancelled/);
  expect((await admin.get()).body.callbacks).toEqual([]);
  const over = await page.get(shown.code);
  const wrong = await page.get("000000");
  expect({ status: over.status, text: over.text }).toEqual({ status: 404, text: wrong.text });
});

test.each([
  ["another site", { "Sec-Fetch-Site": "cross-site" }],
  ["a neighbour of ours", { "Sec-Fetch-Site": "same-site" }],
  ["another origin", { Origin: "https://evil.example" }],
  ["no page at all", {}],
  ["a file", { Origin: "null" }],
])("a form that %s sends changes nothing", async (_, headers) => {
  const admin = await openAdmin({ reps: [] });
  const { shown } = await admin.made(word);
  const answer = await (await browser(admin)).post(shown.code, { do: "cancel" }, headers);
  expect(answer.status).toBe(403);
  expect((await admin.get()).body.callbacks).toHaveLength(1);
});

test("an older browser that says only its origin may change it", async () => {
  const admin = await openAdmin({ reps: [] });
  const { shown } = await admin.made(word);
  const page = await browser(admin);
  expect((await page.post(shown.code, { do: "cancel" }, { Origin: page.origin })).status).toBe(200);
});

test("whoever guesses receipts is stopped, also where a right one comes in between, and others are not", async () => {
  const admin = await openAdmin({ reps: [] });
  const { shown } = await admin.made(place);
  const guesser = await browser(admin, { "X-Forwarded-For": "203.0.113.7" });
  const guess = async (code: number) => (await guesser.get(String(code).padStart(6, "0"))).status;
  const before = [await guess(1), await guess(2), await guess(3)];
  const right = (await guesser.get(shown.code)).status;
  const after: number[] = [];
  for (let code = 4; code <= receiptLimits.fromOne + 1; code += 1) after.push(await guess(code));
  expect([...before, right, ...after]).toEqual([
    404,
    404,
    404,
    200,
    ...Array(receiptLimits.fromOne - 3).fill(404),
    429,
  ]);
  const refused = await guesser.get(shown.code);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  const other = await browser(admin, { "X-Forwarded-For": "203.0.113.8" });
  expect((await other.get(shown.code)).status).toBe(200);
});

test("whoever has guessed receipts or passwords before a restart stays out after it", async () => {
  const admin = await openAdmin({ reps: [] });
  const { shown } = await admin.made(place);
  const { publicUrl } = await admin.office.app();
  const from = { "X-Forwarded-For": "203.0.113.7" };
  const guesser = await browser(admin, from);
  const api = (password: string) =>
    request(publicUrl)
      .get("/api/callbacks")
      .set({ ...from, Authorization: `Bearer ${password}` });
  for (let code = 1; code <= receiptLimits.fromOne; code += 1) await guesser.get(String(code).padStart(6, "0"));
  for (let at = 0; at < guessLimits.fromOne; at += 1) expect((await api(`guess ${at}`)).status).toBe(401);
  await admin.office.restart();
  expect((await guesser.get(shown.code)).status).toBe(429);
  expect((await api(adminToken)).status).toBe(429);
  expect((await (await browser(admin)).get(shown.code)).status).toBe(200);
  expect((await admin.get()).status).toBe(200);
  await admin.office.pass({ minutes: 15 });
  expect((await guesser.get(shown.code)).status).toBe(200);
});

test("in the language of the browser where no receipt says another", async () => {
  const admin = await openAdmin({ reps: [] });
  const page = await browser(admin, { "Accept-Language": "es-MX,es;q=0.9" });
  expect(text(await page.get("000000"))).toMatch(/No hay ninguna llamada pendiente/);
});
