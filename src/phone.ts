import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { readEnvironment } from "./environment.ts";
import { bookOf } from "./phone/book.ts";
import type { Command } from "./phone/command.ts";
import { readCompany } from "./phone/company.ts";
import { OutOfReach } from "./phone/line.ts";
import { openTelephone, type Telephone } from "./phone/telephone.ts";
import { openTerminal, readKeys, readLines } from "./phone/terminal.ts";
import { help, lineList, usage, welcome } from "./phone/welcome.ts";
import { whoIs, type Who } from "./phone/who.ts";

const { stdin: input, stdout: output } = process;
// Whoever reads the output has gone: `npm run phone | head`.
output.on("error", () => process.exit(0));

/** Says what is wrong and what to do, and ends. */
function refuse(...sentences: readonly string[]): never {
  process.stderr.write(`${sentences.join("\n")}\n`);
  process.exit(1);
}

function readAsked() {
  try {
    const options = { exchange: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), "", usage);
  }
}

const asked = readAsked();
if (asked.values.help) {
  output.write(usage);
  process.exit(0);
}
if (existsSync(".env")) process.loadEnvFile(".env");
const read = readEnvironment(process.env);
if ("faults" in read) refuse("The environment does not hold:", ...read.faults);
const { environment } = read;
const company = await readCompany(environment.routingFile, "audio/manifest.json");
if ("faults" in company) refuse("The routing cannot be used:", ...company.faults);
const who = known(whoIs(asked.positionals, company.routing.reps));
const exchange: string =
  asked.values.exchange ?? process.env["EXCHANGE_URL"] ?? `http://127.0.0.1:${environment.port + 1}`;
if (URL.parse(exchange)?.protocol !== "http:")
  refuse(`${exchange} is no address of an exchange: write one such as http://127.0.0.1:3001.`);

const book = bookOf(company.routing, company.tracks);
const by = input.isTTY ? "keys" : "words";
const terminal = openTerminal({ output, colour: output.isTTY && !process.env["NO_COLOR"] });
const telephone = await take();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void quit());
if (input.isTTY)
  readKeys(input, {
    lines: book.lines.length,
    listed: () => terminal.print(lineList(book)),
    prompt: terminal.prompt,
    command: (command) => void run(command),
  });
else {
  await readLines(input, run);
  await telephone.idle();
  await quit();
}

function known(found: ReturnType<typeof whoIs>): Who {
  return "refusal" in found ? refuse(found.refusal) : found;
}

function take(): Promise<Telephone> {
  return openTelephone({
    exchange,
    address: who.address,
    book,
    by,
    connected: () => terminal.print(welcome(who, book, by)),
    write: terminal.write,
    now: Date.now,
  }).catch((error: unknown) => {
    if (!(error instanceof OutOfReach)) throw error;
    return refuse(
      `No telephone exchange at ${exchange}: ${error.message}.`,
      "Run npm start first, in another terminal, and leave it running.",
      ...(environment.account ? ["With TWILIO_ACCOUNT_SID set it is not in demo mode and has no exchange."] : []),
    );
  });
}

async function run(command: Command): Promise<void> {
  if (command.do === "help") terminal.print(help(who, book, by));
  else if (command.do === "quit") await quit();
  else await telephone.run(command);
}

/** Hangs up, gives the terminal back, and ends when all is written. A second signal ends at once. */
async function quit(): Promise<never> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
  await telephone.putAway();
  if (input.isTTY) input.setRawMode(false);
  return new Promise(() => output.write("", () => process.exit(0)));
}
