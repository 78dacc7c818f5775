import { compile, type Args, type Need } from "./message.ts";

/** What stands for an argument in an example, by the argument's name. */
type Samples = Readonly<Record<string, string | number>>;

const english: Samples = {
  about: "an order",
  at: "tomorrow at 2 30 PM",
  by: "by tomorrow at noon",
  caller: "+1 212 555 0123",
  calls: "+1 212 555 0123 at 3 PM",
  choices: "1 for sales. 2 for support.",
  code: "4 0 7, 1 9 2",
  digits: "0 1 2 3",
  from: 4,
  issuer: "Example ID",
  key: 2,
  language: "Spanish",
  line: "+1 212 555 0100",
  link: "https://example.com/a-link",
  many: 2,
  minutes: 12,
  more: 3,
  news: "The part has arrived.",
  note: "She asks for the part.",
  number: "2 1 2, 5 5 5, 0 1 2 3",
  opens: "tomorrow at 8 AM",
  place: 3,
  queue: "sales",
  rep: "Ana",
  time: "at 2 30 PM",
  to: 9,
  tries: 2,
  what: "an order",
  who: "Ana",
  zone: "New York",
};
const spanish: Samples = {
  ...english,
  about: "un pedido",
  at: "mañana a las 2 y 30 de la tarde",
  by: "a más tardar mañana a las 12 del mediodía",
  calls: "+1 212 555 0123 a las 3 de la tarde",
  choices: "1 para ventas. 2 para soporte.",
  language: "español",
  news: "Ya ha llegado la pieza.",
  note: "Pregunta por la pieza.",
  opens: "mañana a las 8 de la mañana",
  queue: "ventas",
  time: "a las 2 y 30 de la tarde",
  what: "un pedido",
  zone: "Nueva York",
};

/** What may stand for each argument of a message in an example, in that language; a select is its first option. */
export function sampleArgs(needs: readonly Need[], language: string, business: string): Args {
  const samples: Samples = { ...(language === "es" ? spanish : english), business };
  return Object.fromEntries(
    needs
      .toSorted((a, b) => Number(b.as === "select") - Number(a.as === "select"))
      .map(({ name, options }) => [
        name,
        options?.[0] ?? (Object.hasOwn(samples, name) ? samples[name] : undefined) ?? name,
      ]),
  );
}

const mostVariants = 48;

/** What a message says with sample arguments, once for each way its selects can go, up to 48; throws where it does not parse. */
export function variantsOf(source: string, locale: string, business: string): readonly string[] {
  const message = compile(source, locale);
  const usual = sampleArgs(message.needs, locale.split("-")[0] ?? "en", business);
  let ways: Args[] = [usual];
  for (const { name, options = [] } of message.needs)
    ways = options.length < 2 ? ways : ways.flatMap((way) => options.map((option) => ({ ...way, [name]: option })));
  return [...new Set(ways.slice(0, mostVariants).map((way) => message.format(way)))];
}
