import { IntlMessageFormat } from "intl-messageformat";

/** What goes into a message: never message syntax, whatever a caller or a rep typed. */
export type Args = Readonly<Record<string, string | number>>;
/** An ICU message made ready: its text where it needs no arguments, and the arguments it needs. */
export type Message = { readonly needs: readonly Need[]; format(args: Args): string };
/** An argument that a message needs, and how: as it is, in a plural, in a select, or as a date or time, which only an instant can be. */
export type Need = {
  readonly name: string;
  readonly as: "text" | "plural" | "select" | "other";
  /** What a select tells apart. */
  readonly options?: readonly string[];
};

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
// The element kinds of @formatjs/icu-messageformat-parser, whose enum is not reachable through intl-messageformat.
const kinds = { literal: 0, argument: 1, number: 2 };

/** Parses an ICU message; throws a SyntaxError where it does not hold. Dear (some 20 µs): keep what it returns. */
export function compile(source: string, locale: string): Message {
  const compiled = new IntlMessageFormat(source, locale, undefined, {
    ignoreTag: true,
    formatters: formattersOf(locale),
  });
  const needs = needsOf(compiled.getAst());
  const format = (args: Args): string => {
    const text = compiled.format(args);
    if (typeof text !== "string") throw new TypeError(`a message gave no text: ${source}`);
    return text;
  };
  if (needs.length > 0) return { needs, format };
  const fixed = format({});
  return { needs, format: () => fixed };
}

type Formatters = NonNullable<NonNullable<ConstructorParameters<typeof IntlMessageFormat>[3]>["formatters"]>;
const formatters = new Map<string, Formatters>();

/** The plain formatters of a locale, made once: the library's own memory takes longer to ask than the formatting does. */
function formattersOf(locale: string): Formatters {
  const known = formatters.get(locale);
  if (known) return known;
  const number = new Intl.NumberFormat(locale);
  const cardinal = new Intl.PluralRules(locale);
  const made: Formatters = {
    getNumberFormat: (locales, options) => (options ? new Intl.NumberFormat(locales, options) : number),
    getDateTimeFormat: (locales, options) => new Intl.DateTimeFormat(locales, options),
    getPluralRules: (locales, options) =>
      options?.type === "ordinal" ? new Intl.PluralRules(locales, options) : cardinal,
  };
  formatters.set(locale, made);
  return made;
}

function needsOf(elements: readonly Element[]): readonly Need[] {
  const needs = elements.flatMap((element): readonly Need[] => {
    const kind: number = element.type;
    if (kind === kinds.literal || !("value" in element)) return [];
    if ("options" in element) {
      const own: Need =
        "pluralType" in element
          ? { name: element.value, as: "plural" }
          : { name: element.value, as: "select", options: Object.keys(element.options) };
      return [own, ...Object.values(element.options).flatMap(({ value }) => needsOf(value))];
    }
    return [{ name: element.value, as: kind === kinds.argument || kind === kinds.number ? "text" : "other" }];
  });
  return [...new Map(needs.map((need) => [`${need.name} ${need.as}`, need])).values()];
}
