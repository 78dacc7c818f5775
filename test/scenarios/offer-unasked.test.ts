import { expect, test } from "vitest";
import { line, type Business } from "../support/business.ts";
import { heardBy, sayings } from "../support/ear.ts";
import { office } from "../support/office.ts";
import { asksFor, talk, wrapsUp } from "../support/usual.ts";

const bens = { reps: ["Ben"], talking: ["Ben"] };
const offer = "We can call you back when it is your turn, and you keep your place. For that, press 1.";
/** Support from nine to five, and how else the business differs. */
const nineToFive =
  (differs: (source: Business) => object = () => ({})) =>
  (source: Business) => ({
    ...source,
    hours: {
      office: {
        weekly: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:00"]]])),
      },
    },
    queues: { ...source.queues, support: { ...source.queues.support, hours: "office", ...differs(source) } },
  });
/** A Monday in New York. */
const monday = (hour: number, minute = 0) => Date.UTC(2026, 10, 23, hour + 5, minute);

test("whoever has waited long is offered a return call, once", async () => {
  const { caller, callbacks, ...world } = office(bens);
  await asksFor(caller, "support")
    .hears(/To be called back, press 1/)
    .waits({ minutes: 4 })
    .hasNotHeard(/We can call you back/);
  await caller.hears(offer, { minutes: 5 }).waits({ minutes: 15 });
  expect(sayings(await heardBy(world, caller)).filter((text) => text === offer)).toHaveLength(1);
  expect(await callbacks()).toEqual([]);
});

test("a long wait opens with the offer, and it comes again only when the wait has become much longer", async () => {
  const { caller, another, rep, callbacks, ...world } = office({ reps: ["Ben"] });
  for (const talker of [another(), another(), another(), another(), another()]) {
    await talk(talker, rep("Ben"));
    await talker.waits({ minutes: 4 }).hangsUp();
    await wrapsUp(rep("Ben"));
  }
  await talk(another(), rep("Ben"));
  await rep("Ana").texts("in", line);
  await talk(another(), rep("Ana"));
  const ahead = [another(), another()];
  for (const one of ahead) await asksFor(one, "support").hearsMusic();
  await asksFor(caller, "support")
    .hears(/number 3 in line/)
    .hears(/Your wait is likely to be/)
    .hears(offer)
    .hears(/^For a quiet wait/)
    .waits({ minutes: 7 });
  const offers = async () => sayings(await heardBy(world, caller)).filter((text) => text === offer).length;
  expect(await offers()).toBe(1);
  await rep("Ana").texts("out", line);
  await caller.waits({ minutes: 6 });
  expect(await offers()).toBe(2);
  await caller
    .presses("1")
    .hears(/called within \d+ minutes, press 1/)
    .presses("1")
    .hears(/we will call you within \d+ minutes/)
    .isHungUpOn();
  const [callback] = await callbacks();
  expect(callback?.given[0]?.by).toBeGreaterThan(world.now() + 300_000);
});

test.each([
  ["whose number is withheld", { from: "anonymous" }, {}],
  ["whose number costs extra", { from: "+19005550123" }, {}],
  ["in a queue that makes no return calls", {}, { callbacks: { place: false, booked: false } }],
])("nobody is offered one %s", async (_, from, queue) => {
  const { caller } = office({
    ...bens,
    routing: (source) => ({ ...source, queues: { ...source.queues, support: { ...source.queues.support, ...queue } } }),
  });
  await caller
    .dials(line, from)
    .hears(/Welcome/)
    .presses("2")
    .hears(/For a quiet wait/)
    .waits({ minutes: 12 })
    .hasNotHeard(/call you back|called back/);
});

test("a caller outside the hours books a time of the next day, by the clock of her own number", async () => {
  const { another, callbacks } = office({ at: monday(18), routing: nineToFive() });
  const caller = another("+13125550142");
  await asksFor(caller, "support")
    .hears("We are closed right now. We open tomorrow at 9 AM.")
    .hears("To be called back, press 1. To leave a message, press 3, or simply stay on the line.")
    .presses("1")
    .hears("We would call the number that ends in 0 1 4 2.")
    .hears("To choose a time, press 2. For another number, press 3. Otherwise, just stay on the line.")
    .presses("2")
    .hears("For a call tomorrow at 9 AM, press 1.")
    .hears(/To key in a time, press 5/)
    .presses("5")
    .hears(/key in the hour/)
    .presses("210#")
    .hears(/We can call you tomorrow at 2 PM|We can call you tomorrow at 2 10 PM/)
    .presses("1")
    .hears(/^We will call you tomorrow at 2 PM, or at most 15 minutes later\.$/)
    .hears(/^Your receipt is/)
    .isHungUpOn();
  const at = Date.UTC(2026, 10, 24, 20);
  expect(await callbacks()).toMatchObject([
    { kind: "booked", to: caller.number, zones: ["America/Chicago"], given: [{ from: at, by: at + 900_000 }] },
  ]);
  await caller.getsText(/we will call you tomorrow at 2 PM/);
});

test("a caller whose number leaves her clock open says what time it is there, and hears times by that", async () => {
  const { another, callbacks } = office({ at: monday(18), routing: nineToFive() });
  const caller = another("+12085550142");
  await asksFor(caller, "support")
    .hears(/press 1/)
    .presses("1")
    .hears(/press 2/)
    .presses("2")
    .hears("So that we go by your own clock:")
    .hears("If you are calling at 4 PM your time, press 1.")
    .hears("If you are calling at 3 PM your time, press 2.")
    .presses("2")
    .hears("For a call tomorrow at 9 AM, press 1.")
    .hears(/press 4/)
    .presses("1")
    .hears(/^We will call you tomorrow at 9 AM/)
    .isHungUpOn();
  expect(await callbacks()).toMatchObject([
    { zones: ["America/Los_Angeles"], given: [{ from: Date.UTC(2026, 10, 24, 17) }] },
  ]);
});

test("a caller outside the hours may leave a message instead, and does so in silence as before", async () => {
  const { caller, another } = office({ at: monday(18), routing: nineToFive() });
  await asksFor(caller, "support")
    .hears(/press 3, or simply stay/)
    .presses("3")
    .hears(/after the tone/);
  await asksFor(another(), "support")
    .hears(/press 3, or simply stay/)
    .hears(/after the tone/);
});

test("those who still wait when all have gone after closing are offered a time, and lose nothing by it", async () => {
  const { caller, rep, callbacks, calls } = office({
    ...bens,
    at: monday(16, 50),
    routing: nineToFive(() => ({ overflow: { whenClosed: { to: { to: "voicemail" } } } })),
  });
  await asksFor(caller, "support")
    .hearsMusic()
    .hears(/We have closed for new calls.*To be called back another time, press 1\./, { minutes: 15 });
  await rep("Ben").texts("out", line);
  await caller
    .hears("We are sorry that nobody could take your call.", { minutes: 6 })
    .hears(/To be called back, press 1/)
    .presses("1")
    .hears(/To choose a time, press 2/)
    .presses("2")
    .hears(/For a call tomorrow at 9 AM/)
    .presses("1")
    .hears(/^We will call you tomorrow at 9 AM/)
    .isHungUpOn();
  const call = (await calls()).find(({ from }) => from === caller.number);
  expect(await callbacks()).toMatchObject([{ kind: "booked", joinedAt: call?.story[0]?.at }]);
});

test("where nobody is there the place is kept all the same", async () => {
  const { caller, callbacks } = office();
  await asksFor(caller, "support")
    .hears(/Nobody is here/)
    .hears(/To be called back, press 1/)
    .presses("1")
    .hears(/called when it is your turn, press 1/)
    .presses("1")
    .hears(/Your place is kept/)
    .isHungUpOn();
  expect(await callbacks()).toMatchObject([{ kind: "place", to: caller.number }]);
});

test("a Spanish-speaking caller is asked and promised in Spanish", async () => {
  const { caller, callbacks } = office({ at: monday(18), routing: nineToFive() });
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("9")
    .hears(/Bienvenido/)
    .presses("2")
    .hears(/Para que le llamemos, pulse 1/)
    .presses("1")
    .hears("Le llamaríamos al número que termina en 9 9 9 9.")
    .hears("Para elegir una hora, pulse 2. Para otro número, pulse 3. Si no, siga en la línea.")
    .presses("2")
    .hears("Para que le llamemos mañana a las 9 de la mañana, pulse 1.")
    .hears(/Para decirla, pulse 6/)
    .presses("6")
    .hears(/Diga, por ejemplo/)
    .says("mañana a las diez y media")
    .hears("Podemos llamarle mañana a las 10 y 30 de la mañana. Si le viene bien, pulse 1. Para otra hora, pulse 2.")
    .presses("1")
    .hears("Le llamaremos mañana a las 10 y 30 de la mañana o, como mucho, 15 minutos después.")
    .hears(/^Su comprobante es (\d) (\d) (\d), (\d) (\d) (\d)\. Se lo repito: \1 \2 \3, \4 \5 \6\.$/)
    .isHungUpOn();
  expect(await callbacks()).toMatchObject([{ kind: "booked", language: "es" }]);
  await caller.getsText(/le llamaremos mañana a las 10:30/);
});
