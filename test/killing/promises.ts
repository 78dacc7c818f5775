import { seededChance, type Chance } from "../../src/exchange/sids.ts";
import { askAtOnce, keepRepsBusy, ringIn, type Wished } from "./asking.ts";
import { openKilledOffice, spin, type KilledOffice } from "./killed-office.ts";
import { missing, toldBy, toldIn, type Told } from "./told.ts";

/** What came of some rounds: how much was promised aloud or by the API, and every way in which a promise was not kept. */
export type Promised = {
  readonly rounds: number;
  readonly spoken: number;
  readonly overApi: number;
  /** Asked for when the process was killed, and answered by nobody. */
  readonly unanswered: number;
  readonly faults: readonly string[];
};

/** After one of the first so many answers of a round the process is killed: by then nearly all of it was promised. */
const answersInRound = 130;
/** A new business is begun after so many rounds. */
const roundsOfLife = 25;

/**
 * Callers are led to a return call and programs ask for others, many at once; the process is killed amid that and started
 * again, so many times. Then all that was told to anybody is there, and nothing is there twice.
 */
export async function killedWhilePromising(rounds: number, seed: number): Promise<Promised> {
  const sum = { rounds: 0, spoken: 0, overApi: 0, unanswered: 0 };
  const faults: string[] = [];
  for (let life = 0; life * roundsOfLife < rounds; life++) {
    const office = await openKilledOffice(seed + life);
    try {
      const found = await live(office, Math.min(roundsOfLife, rounds - life * roundsOfLife), seed + life);
      sum.rounds += found.rounds;
      sum.spoken += found.spoken;
      sum.overApi += found.overApi;
      sum.unanswered += found.unanswered;
      faults.push(...found.faults);
    } finally {
      await office.close();
    }
  }
  return { ...sum, faults };
}

async function live(office: KilledOffice, rounds: number, seed: number): Promise<Promised> {
  const { exchange } = office;
  const chance = seededChance(seed);
  const aloud: Told[] = [];
  const overApi: Told[] = [];
  const faults: string[] = [];
  let unanswered = 0;
  let answered = () => {};
  let next = Promise.withResolvers<void>();
  exchange.onLog((entry) => {
    if (entry.kind !== "webhook") return;
    next.resolve();
    next = Promise.withResolvers();
    if (entry.status === undefined) return;
    aloud.push(...toldIn(entry.body ?? "", entry.params["From"] ?? ""));
    answered();
  });
  await office.start();
  await keepRepsBusy(office);

  for (let round = 0; round < rounds; round++) {
    const since = exchange.log.length;
    let left = Math.ceil(chance.fraction() * answersInRound);
    const later = chance.fraction() * 5;
    answered = () => {
      left -= 1;
      if (left !== 0) return;
      spin(later);
      office.kill();
    };
    const calls = ringIn(office, round, chance);
    const asking = askAtOnce(office, round, () => {
      answered();
      return next.promise;
    });
    await office.gone();
    const wished = await asking;
    answered = () => {};
    await exchange.idle();
    for (const call of calls) call.hangUp();
    await exchange.idle();
    await office.start();

    overApi.push(...wished.flatMap(({ answer }) => toldBy(answer)));
    unanswered += wished.filter(({ answer }) => !answer).length;
    const again = await once(office, since, wished, chance);
    aloud.push(...again.aloud);
    overApi.push(...again.overApi);
    faults.push(...again.faults, ...missing(await office.all(), [...aloud, ...overApi]));
  }
  return { rounds, spoken: receipts(aloud), overApi: receipts(overApi), unanswered, faults };
}

function receipts(told: readonly Told[]): number {
  return new Set(told.map(({ number, code }) => `${number} ${code}`)).size;
}

/** Everybody asks once more: the last webhook of each call comes again, and whoever asked the API asks again. */
async function once(office: KilledOffice, since: number, wished: readonly Wished[], chance: Chance) {
  const last = new Map<string, { readonly url: string; readonly params: Readonly<Record<string, string>> }>();
  for (const entry of office.exchange.log.slice(since))
    if (entry.kind === "webhook" && entry.method === "POST" && entry.callSid !== undefined && !isOver(entry.params))
      last.set(entry.callSid, entry);
  const copies = 1 + Math.floor(chance.fraction() * 2);
  const aloud: Told[] = [];
  const overApi: Told[] = [];
  const faults: string[] = [];
  const documents = [...last.values()].map(async (webhook) => {
    for (const document of await Promise.all(Array.from({ length: copies }, () => office.resend(webhook))))
      aloud.push(...toldIn(document, webhook.params["From"] ?? ""));
  });
  const answers = wished.map(async ({ wish, answer }) => {
    const now = await office.ask(wish);
    overApi.push(...toldBy(now));
    if (answer?.status !== 201) return;
    if (now?.status !== 409 || now.body.existing?.id !== answer.body.id)
      faults.push(`${wish.number} was promised ${answer.body.id}, and asked again: ${JSON.stringify(now)}`);
  });
  await Promise.all([...documents, ...answers]);
  return { aloud, overApi, faults };
}

function isOver({ CallStatus = "" }: Readonly<Record<string, string>>): boolean {
  return CallStatus === "completed" || CallStatus === "failed";
}
