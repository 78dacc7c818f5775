import { expect, test } from "vitest";
import { asksFor } from "../support/usual.ts";
import { openAdmin } from "./admin.ts";

const words = {
  en: "We have a power cut, and cannot look anything up. We know of it.",
  es: "Tenemos un corte de luz. Ya lo sabemos.",
};

test("while something is wrong everybody who calls is told first, in her language, also after a restart", async () => {
  const { office, put } = await openAdmin();
  expect((await put("/storm", { words })).status).toBe(200);
  await office.caller
    .dials(office.line)
    .hears(/power cut/)
    .hears(/Welcome/)
    .presses("9")
    .hears(/Bienvenido/)
    .hangsUp();
  await office.restart();
  await office.caller.dials(office.line).hears(/corte de luz/);
});

test("it is said no more when the storm is over", async () => {
  const { office, put, get } = await openAdmin();
  await put("/storm", { words });
  await put("/storm", { words: null });
  expect((await get("/storm")).body).toEqual({ words: null });
  await asksFor(office.caller, "support")
    .hears(/next in line/)
    .hasNotHeard(/power cut/);
});

test.each([
  ["in no language of the business", { fr: "Panne" }, "words.fr"],
  ["without the business's own language", { es: "Corte" }, "words.en"],
])("a message %s is refused", async (_what, wrong, path) => {
  const { put } = await openAdmin();
  const { status, body } = await put("/storm", { words: wrong });
  expect([status, body.errors.map((one: { path: string }) => one.path).includes(path)]).toEqual([422, true]);
});
