import { readFileSync } from "node:fs";

/** The lines of the company in `config/routing.json`: one asks what for, the other leads to support. */
export const lines = { sales: "+12125550100", support: "+12125550101" } as const;

/** The number of a rep of the benchmark. */
export const repNumber = (rep: number) => `+1555556${String(rep).padStart(4, "0")}`;

/**
 * The company of `config/routing.json`, with so many reps who serve everybody, open round the clock, and with no end to the
 * wait: nobody is moved on, and no line is full.
 */
export function routing(reps: number): unknown {
  const source = JSON.parse(readFileSync("config/routing.json", "utf8"));
  for (const queue of Object.values<Record<string, unknown>>(source.queues)) {
    delete queue["hours"];
    delete queue["overflow"];
  }
  const rep = (at: number) => ({
    name: `Rep ${at}`,
    address: repNumber(at),
    skills: ["sales", "support", "reception"],
    languages: ["en", "es"],
  });
  source.reps = Object.fromEntries(Array.from({ length: reps }, (_, at) => [`rep-${at}`, rep(at)]));
  return source;
}
