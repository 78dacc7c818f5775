import type { PhoneCall } from "../../src/exchange/exchange.ts";
import type { Chance } from "../../src/exchange/sids.ts";
import { business, line } from "../support/business.ts";
import type { Answered, KilledOffice } from "./killed-office.ts";

const [callers, lanes, inLane] = [16, 4, 6];
/** All have dialled within so many milliseconds on the exchange's clock. */
const diallingFor = 25_000;

/** What a program has asked the API for, and what it was told. */
export type Wished = { readonly wish: { readonly number: string }; readonly answer: Answered | undefined };

/** The reps who could take callers talk all day. */
export async function keepRepsBusy({ exchange, until }: KilledOffice): Promise<void> {
  const rep = exchange.phone(business.reps.ben.address);
  rep.onRing((call) => {
    call.onHeard(({ text }) => void (text?.includes("Press 1 to take") && call.press("1")));
    call.answer();
  });
  await rep.text(line, "in");
  const call = exchange.phone("+16465550000").dial(line);
  call.onHeard(({ text }) => void (text?.startsWith("Welcome") && call.press("2")));
  await until("the rep talks", () => call.hearing?.kind === "person");
}

/** Each presses what leads to a return call: half of them keep their place, the others choose a time. */
export function ringIn({ exchange, clock }: KilledOffice, round: number, chance: Chance): readonly PhoneCall[] {
  const calls: PhoneCall[] = [];
  for (let index = 0; index < callers; index++) {
    const what = index % 2 === 0 ? "1" : "2";
    clock.after(chance.fraction() * diallingFor, () => {
      const call = exchange.phone(`+1646${7_000_000 + round * 100 + index}`).dial(line);
      calls.push(call);
      call.onHeard(({ text = "" }) => {
        if (text.startsWith("Welcome")) call.press("2");
        else if (text.includes("in line")) call.press("1");
        else if (text.includes("To hang up and be called")) call.press(what);
        else if (text.includes("press 1")) call.press("1");
      });
    });
  }
  return calls;
}

/** Some lanes of wishes: in each, the next is asked for when the one before is answered, and a call has gone on. */
export async function askAtOnce(
  office: KilledOffice,
  round: number,
  answered: () => Promise<void>,
): Promise<readonly Wished[]> {
  const asked = await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const wished: Wished[] = [];
      for (let nth = 0; nth < inLane; nth++) {
        const wish = wishOf(round, lane * inLane + nth);
        const answer = await office.ask(wish);
        wished.push({ wish, answer });
        if (!answer) break;
        await answered();
      }
      return wished;
    }),
  );
  return asked.flat();
}

function wishOf(round: number, index: number) {
  const wish = { queue: "support", number: `+1646${8_000_000 + round * 100 + index}`, confirmed: true };
  if (index % 4 !== 0) return { ...wish, kind: "place" };
  const by = new Date(Date.now() + (2 * 60 + round * 30 + index) * 60_000).toISOString();
  return { ...wish, kind: "promised", rep: "ana", by };
}
