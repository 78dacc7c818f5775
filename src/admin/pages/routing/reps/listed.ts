import type { ListedRep } from "./pasted.ts";

const columns = ["id", "name", "phone", "skills", "languages", "lead", "email", "hours"] as const;

/** Reps as a list that a sheet opens and that can be pasted again, with its columns named. */
export function listOf(reps: Readonly<Record<string, ListedRep>>): string {
  const rows = Object.entries(reps).map(([id, { name, address, skills, languages, lead, email, hours }]) => [
    id,
    name ?? "",
    address ?? "",
    (skills ?? []).join(" "),
    (languages ?? []).join(" "),
    lead === true ? "yes" : "",
    email ?? "",
    hours ?? "",
  ]);
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A cell as RFC 4180 has it. What a sheet would take for a formula is led by an apostrophe: names are typed by others. */
function cell(text: string): string {
  const plain = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
