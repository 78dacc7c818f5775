/**
 * A language's own words for times, each with what it means: plain words that are the same for every language. The rows are
 * tried in their order, on words in small letters without accents; `{n}` in a row stands for a number in digits.
 */
export type Words = {
  readonly numbers: Readonly<Record<string, number>>;
  /** What joins tens and ones: `twenty five`, `treinta y cinco`. Lower tens than `joinsFrom` have words of their own. */
  readonly joinedBy: string;
  readonly joinsFrom: number;
  readonly rows: readonly (readonly [string, string])[];
  /** Said without a meaning of its own. */
  readonly fillers: string;
};

/**
 * Plain words: numbers and `h:mm` · past til half quarter · and in at · minutes hours days weeks · am pm morning afternoon
 * evening night noon midnight oclock · day+1 (tomorrow) · wd1 (Monday) to wd7 · md11-20 (a date) dom20 (a day of the month) · not
 */
const plainWord =
  /^(\d+(:\d\d)?|past|til|and|half|quarter|in|at|minutes|hours|days|weeks|[ap]m|morning|afternoon|evening|night|noon|midnight|oclock|day\+\d+|wd[1-7]|md\d+-\d+|dom\d+|not)$/;
/** A word that means nothing to us. */
export const unknown = "~";
const mostCharacters = 200;

type Ready = { readonly rows: readonly (readonly [RegExp, string])[]; readonly fillers: ReadonlySet<string> };
const ready = new WeakMap<Words, Ready>();

function made(words: Words): Ready {
  let rows = ready.get(words);
  if (!rows) {
    rows = {
      rows: words.rows.map(([said, means]) => [new RegExp(`(?<![^ ])(?:${numbered(said)})(?![^ ])`, "g"), means]),
      fillers: new Set(words.fillers.split(" ")),
    };
    ready.set(words, rows);
  }
  return rows;
}

function numbered(row: string): string {
  return row.replaceAll("{n}", "(\\d+)");
}

/** What was said, in plain words; every other word is `~`. Of a very long speech the beginning counts. */
export function plain(said: string, words: Words): readonly string[] {
  const { rows, fillers } = made(words);
  let text = digits(folded(said.slice(0, mostCharacters)), words);
  for (const [pattern, means] of rows) text = text.replace(pattern, means);
  return text
    .split(" ")
    .filter((word) => word !== "" && !fillers.has(word))
    .map((word) => (plainWord.test(word) ? word : unknown));
}

/** Small letters without accents, and times as digits with a colon: `3.30 P.M.` is `3:30 pm`, `15h30` is `15:30`. */
function folded(said: string): string {
  return said
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'’`]/g, "")
    .replace(/(\d)[.,h](\d\d)(?!\d)/g, "$1:$2")
    .replace(/(\d)h(?![a-z])/g, "$1 hours")
    .replace(/(?<![a-z])([ap])\s?\.?\s?m(?![a-z])\.?/g, " $1m ")
    .replace(/[^a-z0-9:+]/g, " ")
    .replace(/(?<!\d):|:(?!\d\d(?!\d))/g, " ")
    .replace(/(\d)(?=[a-z])/g, "$1 ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Numbers in digits: `twenty five` is 25. */
function digits(text: string, { numbers, joinedBy, joinsFrom }: Words): string {
  const result: string[] = [];
  const said = text.split(" ");
  for (let at = 0; at < said.length; at++) {
    const word = said[at] ?? "";
    const number = Object.hasOwn(numbers, word) ? (numbers[word] ?? 0) : undefined;
    if (number === undefined) {
      result.push(word);
      continue;
    }
    const next = said[at + 1] === joinedBy ? at + 2 : joinedBy === "" ? at + 1 : at;
    const ones = numbers[said[next] ?? ""] ?? 0;
    const joins = next > at && number >= joinsFrom && number % 10 === 0 && ones >= 1 && ones <= 9;
    result.push(String(joins ? number + ones : number));
    if (joins) at = next;
  }
  return result.join(" ");
}
