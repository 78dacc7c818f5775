import type { PhoneCall, Telephone } from "../../src/exchange/exchange.ts";
import { line, reps } from "./business.ts";
import { later, listen, whenOver } from "./listen.ts";
import type { Luck } from "./luck.ts";
import { serves } from "./serving.ts";
import type { World } from "./world.ts";

export type RepName = keyof typeof reps;
/** A stretch of time in which a rep was signed in and in no call. */
export type Free = { readonly rep: RepName; readonly from: number; readonly until: number };

/** A rep: a telephone, and what the rep has last been told about being in or out. */
export type Rep = {
  readonly name: RepName;
  readonly phone: Telephone;
  readonly luck: Luck;
  /** In, as the rep has heard it said or read it; unknown to nobody but the rep. */
  readonly isIn: () => boolean;
  readonly does: (what: "in" | "break" | "out") => void;
  /** When the rep could have taken a call, so far. */
  readonly free: () => readonly Free[];
};

const stateSaid = /You are (in|on a break|away|out)(?: now)?[.]|(Calls rang here)/;

export function openRep(world: World, name: RepName): Rep {
  const phone = world.phone(reps[name].address);
  const luck = world.luck("rep", name);
  const free: Free[] = [];
  let [isIn, wants] = [false, "out"];
  let calls = 0;
  let since: number | undefined;
  const reckon = () => {
    const may = isIn && calls === 0;
    if (may && since === undefined) since = world.now();
    if (may || since === undefined) return;
    free.push({ rep: name, from: since, until: world.now() });
    since = undefined;
  };
  const told = (words: string) => {
    const [, state, missed] = stateSaid.exec(words) ?? [];
    if (state !== undefined || missed !== undefined) isIn = state === "in";
    reckon();
    // Whoever is set away for rings that were missed comes back after a while.
    if (missed !== undefined && wants === "in")
      world.after(luck.between(30, 400) * 1_000, () => wants === "in" && does("in"));
  };
  phone.onText(({ body }) => told(body));
  phone.onCall((call) => {
    calls += 1;
    reckon();
    whenOver(call, () => {
      calls -= 1;
      reckon();
    });
  });
  phone.onRing((call) => rung(world, rep, call));

  function does(what: "in" | "break" | "out"): void {
    wants = what;
    const state = () => (isIn ? "in" : "out");
    if (luck.chance(0.75)) void phone.text(line, what);
    else if (calls === 0) dials(what);
    else void phone.text(line, what);
    // What was not answered was lost, as while we are down: it is said again.
    world.after(90_000, () => {
      if (wants === what && (what === "in") !== (state() === "in") && calls === 0) does(what);
    });
  }
  function dials(what: "in" | "break" | "out"): void {
    const call = phone.dial(line);
    listen(
      call,
      [
        [/You are (in|on a break|away|out) now\./, ([words]) => told(words)],
        [
          /Press 1 for in, 2 for a break, 3 for out/,
          () => later(world, call, 2, () => call.press({ in: "1", break: "2", out: "3" }[what])),
        ],
      ],
      () => undefined,
    );
    later(world, call, 60, () => call.hangUp());
  }
  const rep: Rep = {
    name,
    phone,
    luck,
    isIn: () => isIn,
    does,
    free: () => (since === undefined ? free : [...free, { rep: name, from: since, until: world.now() }]),
  };
  return rep;
}

/** A rep's telephone rings: most are taken, some are missed. */
function rung(world: World, rep: Rep, call: PhoneCall): void {
  const { luck } = rep;
  const drawn = luck.fraction();
  if (drawn < 0.05) return;
  if (drawn < 0.07) return later(world, call, luck.between(1, 6), () => call.decline());
  later(world, call, luck.between(1.5, 9), () => {
    serves(world, rep, call);
    call.answer();
  });
}
