import { bookOf, callerNumber, type Book } from "../../../phone/book.ts";
import type { readCompany } from "../../../phone/company.ts";
import { ask } from "../../api.ts";

/** What the telephones need to know of the company. */
export type Company = {
  readonly book: Book;
  readonly reps: readonly { readonly name: string; readonly address: string; readonly skills: readonly string[] }[];
};

/** Asks the demo who the company is. Throws where its routing does not hold, with the faults. */
export async function company(): Promise<Company> {
  // What this server says of itself was checked by it.
  const read = (await ask("GET", "/demo/company")) as Awaited<ReturnType<typeof readCompany>>;
  if ("faults" in read) throw new Error(`The routing does not hold: ${read.faults.join("; ")}`);
  return { book: bookOf(read.routing, read.tracks), reps: Object.values(read.routing.reps) };
}

/** The most callers' telephones that a page shows. */
export const mostCallers = 9;

/** The telephone of the demo's caller of that place, from 1. */
export const callersPhone = (place: number) => ({ name: `Caller ${place}`, address: callerNumber(place) });
