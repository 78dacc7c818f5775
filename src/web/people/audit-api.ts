import { z } from "zod";
import type { Audit } from "../../store/people.ts";
import type { Store } from "../../store/store.ts";
import { operation, type Operation } from "../api/operation.ts";
import { paths } from "../paths.ts";
import { csvOf } from "../csv.ts";

const AuditView = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  by: z.object({ id: z.string(), name: z.string() }),
  from: z.string().meta({ description: "the address that it was asked from" }),
  what: z.string().meta({ description: "the operation" }),
  of: z.string().optional().meta({ description: "what it was done to" }),
  did: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: "what became of it; [before, after] of a field" }),
});

const Query = z.strictObject({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month is written YYYY-MM")
    .optional()
    .meta({ description: "of UTC; this one unless given" }),
  about: z
    .string()
    .trim()
    .max(100)
    .optional()
    .meta({ description: "only lines with these words: a name, what was done, to what" }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(100).optional().meta({ description: "`next` of the page before" }),
  format: z.enum(["json", "csv"]).default("json").meta({ description: "csv: the whole month" }),
});

type Options = { readonly store: Pick<Store, "archive">; readonly now: () => number };

/** Who changed what, when and from where: for admins. */
export function auditOperations({ store, now }: Options): readonly Operation[] {
  return [
    operation({
      id: "readAuditLog",
      method: "get",
      path: paths.audit,
      tag: "Audit",
      summary: "Who changed what, when and from where, in one month, the latest first.",
      needs: "admin",
      query: Query,
      endings: {
        200: { says: "A page.", body: z.object({ lines: z.array(AuditView), next: z.string().optional() }) },
      },
      async send({ query }, response) {
        const month = query.month ?? new Date(now()).toISOString().slice(0, 7);
        const whole = await Array.fromAsync(store.archive("audit", month));
        const all = whole.filter((line) => isAbout(line, query.about ?? "")).toReversed();
        if (query.format === "csv") {
          response.attachment(`audit-${month}.csv`).send(csvOf(columns, all.map(rowOf)));
          return;
        }
        const from = query.cursor === undefined ? 0 : all.findIndex(({ id }) => id === query.cursor) + 1;
        const lines = all.slice(from, from + query.limit);
        const next = from + query.limit < all.length ? lines.at(-1)?.id : undefined;
        response.json({ lines: lines.map(auditView), ...(next === undefined ? {} : { next }) });
      },
    }),
  ];
}

/** Letters of either case; `signOut` is found by its words, too. */
function isAbout({ by, what, of = "", did = {}, from }: Audit, words: string): boolean {
  const said = [by.name, what, what.replaceAll(/([A-Z])/g, " $1"), of, from, JSON.stringify(did)].join("\n");
  return said.toLowerCase().includes(words.toLowerCase());
}

const columns = ["at", "by", "name", "from", "what", "of", "did"];

function rowOf({ at, by, from, what, of, did }: Audit): readonly string[] {
  return [iso(at), by.id, by.name, from, what, of ?? "", did === undefined ? "" : JSON.stringify(did)];
}

function auditView({ at, ...line }: Audit) {
  return { ...line, at: iso(at) };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
