import { freeName } from "../../../../routing/edits.ts";
import { areSame } from "../../../../routing/compare.ts";
import { idOf } from "../id-of.ts";
import { kindOfAddress, tidyAddress } from "./address.ts";
import { readTable, type TableRow } from "./table.ts";

/** A rep as a list gives it: what it does not tell is left as it is. */
export type ListedRep = {
  readonly name?: string;
  readonly address?: string;
  readonly skills?: readonly string[];
  readonly languages?: readonly string[];
  readonly lead?: boolean;
  readonly hours?: string;
  readonly email?: string;
};
/** What becomes of one line of a pasted list. */
export type PastedLine = {
  readonly line: number;
  /** The rep that is added or changed. */
  readonly id: string;
  readonly rep: ListedRep;
  readonly becomes: "added" | "changed" | "same" | "faulty";
  /** Which fields change, by name. */
  readonly fields: readonly string[];
  readonly faults: readonly string[];
};
/** What a list is read against. */
export type Known = {
  readonly reps: Readonly<Record<string, ListedRep>>;
  readonly languages: readonly string[];
  readonly hours: readonly string[];
  /** What a rep speaks and can do where the list does not say. */
  readonly language: string;
  readonly ownNumber?: string;
};

/** The columns that a list may have, each by what its head may be called. */
const columns: Readonly<Record<keyof ListedRep | "id", RegExp>> = {
  id: /^(id|key)$/,
  name: /^(name|rep|agent|full name)$/,
  address: /^(address|phone|number|telephone|mobile|sip|extension)( number| address)?$/,
  skills: /^(skills?|teams?|queues?)$/,
  languages: /^(languages?|langs?)$/,
  lead: /^(lead|leader|supervisor)$/,
  hours: /^(hours|shift)$/,
  email: /^(e-?mail|mail)( address)?$/,
};
type Column = keyof typeof columns;
/** In which order they stand where the list has no heads. */
const usualOrder: readonly Column[] = ["name", "address", "skills", "languages", "lead", "email"];

/** What a pasted list of reps would do, line by line. */
export function readPasted(text: string, known: Known): readonly PastedLine[] {
  const [first, ...rest] = readTable(text);
  if (!first) return [];
  const heads = first.cells.map(columnOf);
  const hasHeads = heads.filter((head) => head !== undefined).length >= 2;
  const order = hasHeads ? heads : usualOrder;
  const read: PastedLine[] = [];
  for (const row of hasHeads ? rest : [first, ...rest]) read.push(readLine(row, order, known, read));
  return read;
}

/** Those reps with what the list adds and changes; lines with faults are left out. */
export function withPasted<T extends object>(
  reps: Readonly<Record<string, T>>,
  lines: readonly PastedLine[],
): Readonly<Record<string, T | ListedRep>> {
  const good = lines.filter(({ becomes }) => becomes === "added" || becomes === "changed");
  return { ...reps, ...Object.fromEntries(good.map(({ id, rep }) => [id, { ...reps[id], ...rep }])) };
}

function columnOf(head: string): Column | undefined {
  const name = head.toLowerCase().trim();
  return (Object.keys(columns) as Column[]).find((column) => columns[column].test(name));
}

function readLine(
  { line, cells }: TableRow,
  order: readonly (Column | undefined)[],
  known: Known,
  before: readonly PastedLine[],
): PastedLine {
  const cell = (column: Column) => cells[order.indexOf(column)] ?? "";
  const told = toldBy(cell, known);
  const id = meantBy(cell("id"), told, known, before);
  const old = Object.hasOwn(known.reps, id) ? known.reps[id] : undefined;
  const rep: ListedRep = old ? told : { skills: [], languages: [known.language], ...told };
  const whole = { ...old, ...rep };
  const faults = faultsOf(id, whole, known, before);
  const fields = Object.entries(told).flatMap(([field, value]) =>
    areSame(old?.[field as keyof ListedRep], value) || (field === "lead" && value === false && !old?.lead)
      ? []
      : [field],
  );
  const becomes = faults.length > 0 ? "faulty" : !old ? "added" : fields.length === 0 ? "same" : "changed";
  return { line, id, rep: old ? told : rep, becomes, fields, faults };
}

/** What the cells tell: an empty one tells nothing. */
function toldBy(cell: (column: Column) => string, { ownNumber }: Known): ListedRep {
  const words = (column: Column) =>
    cell(column)
      .toLowerCase()
      .split(/[\s,;|/]+/)
      .filter((word) => word !== "");
  const [name, address, hours, email] = [cell("name"), cell("address"), cell("hours"), cell("email")];
  const [skills, languages, lead] = [words("skills"), words("languages"), cell("lead").toLowerCase()];
  return {
    ...(name === "" ? {} : { name }),
    ...(address === "" ? {} : { address: tidyAddress(address, ownNumber) }),
    ...(skills.length === 0 ? {} : { skills }),
    ...(languages.length === 0 ? {} : { languages }),
    ...(lead === "" ? {} : { lead: /^(y|yes|true|1|x|lead|✓)$/.test(lead) }),
    ...(hours === "" ? {} : { hours }),
    ...(email === "" ? {} : { email }),
  };
}

/** Whom a line means: by id, by address, then by name; else somebody new. */
function meantBy(id: string, { name, address }: ListedRep, { reps }: Known, before: readonly PastedLine[]): string {
  if (id !== "") return id;
  const all = Object.entries(reps);
  const found =
    all.find(([, rep]) => address !== undefined && rep.address?.toLowerCase() === address.toLowerCase()) ??
    all.find(([, rep]) => name !== undefined && rep.name?.toLowerCase() === name.toLowerCase());
  if (found) return found[0];
  return freeName(idOf(name ?? "") || "rep", [...Object.keys(reps), ...before.map((line) => line.id)]);
}

function faultsOf(id: string, rep: ListedRep, known: Known, before: readonly PastedLine[]): readonly string[] {
  const { name, address, skills = [], languages = [], hours, email } = rep;
  const twice = before.find((line) => line.id === id);
  const others = Object.entries(known.reps).filter(
    ([other]) => other !== id && !before.some((line) => line.id === other),
  );
  const sharing =
    others.find(([, other]) => isSameAddress(other.address, address))?.[1].name ??
    before.find((line) => line.id !== id && isSameAddress(line.rep.address, address))?.rep.name;
  const strange = languages.filter((language) => !known.languages.includes(language));
  return [
    ...(twice ? [`line ${twice.line} is about the same rep`] : []),
    ...(/^[a-z][a-z0-9-]{0,39}$/.test(id) ? [] : [`“${id}” is no id: lower-case letters, digits and hyphens`]),
    ...(name === undefined ? ["there is no name"] : name.length > 60 ? ["the name is longer than 60 letters"] : []),
    ...(address === undefined
      ? ["there is no phone"]
      : kindOfAddress(address) === undefined
        ? [`“${address}” is no number such as +12125550123, no sip:name@host and no client:name`]
        : sharing === undefined
          ? []
          : [`${address} already rings ${sharing}`]),
    ...(skills.length === 0 ? ["there is no skill"] : []),
    ...skills.filter((skill) => !/^[a-z][a-z0-9-]{0,39}$/.test(skill)).map((skill) => `“${skill}” is no skill’s name`),
    ...strange.map((language) => `“${language}” is no language of the business: ${known.languages.join(", ")}`),
    ...(hours !== undefined && !known.hours.includes(hours) ? [`there are no hours “${hours}”`] : []),
    ...(email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? [`“${email}” is no mail address`] : []),
  ];
}

function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}
