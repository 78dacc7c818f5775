import { openSync } from "node:fs";
import { devNull } from "node:os";
import { fillLine, hangUp, joinLine, type Caller } from "./callers.ts";
import { startServer, type Server } from "./child.ts";
import { figure, median, quantile, ratio, spread } from "./figures.ts";
import { asFastAsItGoes, type Stretch } from "./load.ts";
import { poster, type Post } from "./post.ts";
import { table } from "./table.ts";
import { openWorld } from "./world.ts";

const connections = 32;
/** So many requests make V8 compile what is hot; before that a server is twice as slow. */
const warmUp = 25_000;

type Subject = {
  readonly name: string;
  readonly server: Server;
  readonly post: Post;
  readonly callers: readonly Caller[];
  readonly stretches: Stretch[];
};

const cpu = ({ stretches }: Subject) => stretches.map(({ cpuMicros, times }) => cpuMicros / times.length);
const rate = ({ stretches }: Subject) => stretches.map(({ times, seconds }) => times.length / seconds);
const share = ({ stretches }: Subject, of: (stretch: Stretch) => number) =>
  stretches.reduce((sum, one) => sum + of(one), 0) / stretches.reduce((sum, one) => sum + one.times.length, 0);

/** The hold document as fast as one core gives it, beside bare Node and beside stock Express with Twilio's SDK. */
export async function holdBench(quick: boolean): Promise<string> {
  const count = quick ? 1_500 : 5_000;
  const [rounds, ms] = quick ? [3, 500] : [7, 2_000];
  const world = await openWorld({ reps: 1, talkMs: Infinity, told: true });
  const callers = await fillLine(0, count, world.post);
  const ours: Subject = { name: "Holdfast", server: world.server, post: world.post, callers, stretches: [] };
  const trial = await asFastAsItGoes(ours.server, ours.post, callers, connections, ms / 2);

  const nowhere = openSync(devNull, "w");
  const other = async (name: string, server: Server): Promise<Subject> => {
    const next = ({ sid }: Caller) => `/twilio/call/${sid}/caller/1/answer`;
    const own = callers.map((caller) => ({ ...caller, next: next(caller) }));
    return { name, server, post: poster(server.port), callers: own, stretches: [] };
  };
  const bare = await other("bare node:http, fixed answer", await startServer("bare", {}, nowhere));
  const saying = Math.max(20, Math.round(share({ ...ours, stretches: [trial] }, ({ bytes }) => bytes)) - stockWithout);
  const stock = await other("Express + SDK, nothing kept", await startServer("stock", { saying }, nowhere));

  const subjects = [bare, stock, ours];
  for (const { server, post, callers: own } of subjects)
    await asFastAsItGoes(server, post, own, connections, ms / 2, isAnswer, quick ? 1_500 : warmUp);
  for (let round = 0; round < rounds; round++) {
    // A few hang up and others come, so that places change as they do in life.
    await churn(callers, count + round * 20, ours.post);
    for (const one of round % 2 === 0 ? subjects : subjects.toReversed())
      one.stretches.push(
        await asFastAsItGoes(one.server, one.post, one.callers, connections, ms, one === ours ? undefined : isAnswer),
      );
  }
  const usages = new Map<Subject, number>();
  for (const one of subjects) usages.set(one, (await one.server.usage()).rss);
  await Promise.all([bare.server.stop(), stock.server.stop()]);
  await world.close();

  const rows = subjects.map((one) => ({
    server: one.name,
    "CPU µs a request": spread(cpu(one)),
    "requests/s": spread(rate(one)),
    "p50 ms": figure(median(one.stretches.map(({ times }) => quantile(times, 0.5))), 1),
    "p99 ms": figure(median(one.stretches.map(({ times }) => quantile(times, 0.99))), 1),
    errors: figure(one.stretches.reduce((sum, { errors }) => sum + errors, 0)),
    "bytes an answer": figure(share(one, ({ bytes }) => bytes)),
    "RSS MB": figure((usages.get(one) ?? 0) / 1e6),
  }));
  const [ofStock, ofBare] = [ratio(cpu(ours), cpu(stock)), ratio(cpu(ours), cpu(bare))];
  return [
    "## A hold document, as fast as one core gives it",
    `${figure(count)} callers are in line; ${connections} connections ask for the next step of one after the other (silence at a Gather in the wait loop), ${rounds} rounds of ${ms / 1_000} s each after ${figure(quick ? 1_500 : warmUp)} requests to warm up, the order turned round every time. Holdfast checks the signature, decides, has the decision on the disk (fdatasync) and answers; half a minute passes on its clock between two documents of a caller: ${figure(100 * share(ours, ({ spoke }) => spoke), 1)} % of them said something. Express + SDK (\`express.urlencoded\`, \`validateRequest\`, \`VoiceResponse\`) answers a document of the same size, keeps nothing and logs nothing.`,
    table(rows),
    `Holdfast's CPU a request is ${figure(ofStock, 2)} of Express + SDK's (at most 0.75 is wanted) and ${figure(ofBare, 1)} times bare Node's.`,
  ].join("\n\n");
}

/** What the stock document has without a word said. */
const stockWithout = 800;
const isAnswer = ({ status }: { readonly status: number }) => status === 200;

/** Twenty callers hang up, and as many come. */
async function churn(callers: Caller[], from: number, post: Post): Promise<void> {
  for (let at = 0; at < 20; at++) {
    const place = Math.floor((at * callers.length) / 20);
    const gone = callers[place];
    if (gone) await hangUp(gone, post);
    callers[place] = await joinLine(from + at, post);
  }
}
