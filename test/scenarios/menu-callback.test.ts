import { expect, test } from "vitest";
import { line, type Business } from "../support/business.ts";
import { office } from "../support/office.ts";
import type { Phone } from "../support/phone.ts";
import { asksFor, takesCall, wrapsUp } from "../support/usual.ts";

const weekdays = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:00"]]]));
/** Key 8 of the menu leads straight to a return call of support, which has hours on weekdays. */
const routing = (source: Business) => ({
  ...source,
  hours: { office: { weekly: weekdays } },
  queues: { ...source.queues, support: { ...source.queues.support, hours: "office" } },
  menus: {
    main: {
      ...source.menus.main,
      options: [
        ...source.menus.main.options,
        { key: "8", says: { en: ["call me back"] }, about: "about-repair", to: { to: "callback", queue: "support" } },
      ],
    },
  },
});
const bens = { reps: ["Ben"], talking: ["Ben"], routing };
const mondayAtNight = Date.UTC(2026, 10, 24, 2);

const asksToBeCalled = (caller: Phone, from?: string) =>
  caller
    .dials(line, from === undefined ? {} : { from })
    .hears(/Welcome/)
    .presses("8");

test("whoever asks in the menu to be called back keeps the place that the line would have given her then", async () => {
  const { caller, another, rep, callbacks, calls } = office(bens);
  await asksToBeCalled(caller).hears("We would call the number that ends in 9 9 9 9.").waits({ seconds: 1 });
  const later = another();
  await asksFor(later, "support").hears(/next in line/);
  await caller
    .hears(/^To hang up and be called when it is your turn, press 1\./)
    .presses("1")
    .hears("Your place is kept, and we will call you when it is your turn.")
    .hears(/^Your receipt is/)
    .isHungUpOn();
  const [callback] = await callbacks();
  expect(callback).toMatchObject({ kind: "place", queue: "support", about: "about-repair", everSupport: true });
  expect((await calls()).find(({ from }) => from === caller.number)).toMatchObject({ outcome: "callback" });
  await another("+16465550000").hangsUp();
  await wrapsUp(rep("Ben"));
  await rep("Ben")
    .rings()
    .answers()
    .hears("A return call for support. The caller hung up and kept a place in line.")
    .hears("It is about a repair.")
    .hears(/Press 1 to call now/)
    .presses("1");
  await caller.rings().answers().isTalkingTo("Ben");
});

test("she may choose a time instead, or say it all in words", async () => {
  const { caller, callbacks } = office(bens);
  await caller
    .dials(line)
    .hears(/Welcome/)
    .says("please call me back")
    .hears(/To choose a time, press 2/)
    .presses("2")
    .hears("For a call at 10 15 AM, press 1.")
    .hears("For a call at 11 15 AM, press 2.")
    .hears("For a call tomorrow at 9 AM, press 3.")
    .hears(/press 4/)
    .presses("3")
    .hears(/^We will call you tomorrow at 9 AM/)
    .isHungUpOn();
  expect(await callbacks()).toMatchObject([{ kind: "booked" }]);
});

test("at night there is no place to keep: she hears when we open, and chooses a time", async () => {
  const { caller, callbacks } = office({ routing, at: mondayAtNight });
  await asksToBeCalled(caller)
    .hears("We are closed right now. We open tomorrow at 9 AM.")
    .hears("We would call the number that ends in 9 9 9 9.")
    .hears(/^To choose a time, press 2\. For another number, press 3\./)
    .presses("1")
    .hears(/Welcome/)
    .presses("8")
    .hears(/press 2/)
    .presses("2")
    .hears(/^For a call tomorrow at/)
    .presses("1")
    .hears(/^We will call you tomorrow at/)
    .isHungUpOn();
  expect(await callbacks()).toMatchObject([{ kind: "booked" }]);
});

test.each([
  ["is withheld", "anonymous", "We do not see the number that you are calling from."],
  ["is a premium one", "+19005550123", "We cannot call back the number that you are calling from."],
])("whose number %s hears so, and keys in another", async (_, from, words) => {
  const { caller, callbacks } = office(bens);
  await asksToBeCalled(caller, from)
    .hears(words)
    .hears(/key in the number/)
    .presses("2125550177#")
    .hears(/If that is right/)
    .presses("1")
    .hears(/^To hang up/)
    .presses("1")
    .hears(/^Your receipt is/)
    .isHungUpOn();
  expect(await callbacks()).toMatchObject([{ to: "+12125550177", confirm: true }]);
});

test("whoever says nothing after all is back in the menu, and nothing is noted", async () => {
  const { caller, rep, callbacks } = office({ reps: ["Ben"], routing });
  await asksToBeCalled(caller)
    .hears(/just stay on the line/)
    .hears(/Welcome/)
    .presses("2");
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben");
  expect(await callbacks()).toEqual([]);
});

test("whoever hangs up while being asked has given up", async () => {
  const { caller, calls, callbacks } = office({ reps: ["Ben"], routing });
  await asksToBeCalled(caller)
    .hears(/press 1/)
    .hangsUp();
  expect(await calls()).toMatchObject([{ outcome: "abandoned" }]);
  expect(await callbacks()).toEqual([]);
});

test("where the queue has promised all that it may today, she hears so, and is in the menu again", async () => {
  const once = (source: Business) => ({
    ...routing(source),
    business: { ...source.business, outbound: { perQueueADay: 1 } },
  });
  const { caller, another, owes, callbacks } = office({ ...bens, routing: once });
  await owes({ to: another().number });
  await asksToBeCalled(caller)
    .hears("We cannot take requests for return calls right now.")
    .hears(/Welcome/);
  expect(await callbacks()).toHaveLength(1);
});

test("in Spanish", async () => {
  const { caller, callbacks } = office(bens);
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("9")
    .hears(/Bienvenido/)
    .presses("8")
    .hears("Le llamaríamos al número que termina en 9 9 9 9.")
    .hears(/pulse 1/)
    .presses("1")
    .hears("Conserva su lugar y le llamaremos cuando le toque el turno.")
    .isHungUpOn();
  expect(await callbacks()).toMatchObject([{ kind: "place", language: "es" }]);
});
