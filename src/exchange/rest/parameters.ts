import { RestFault } from "../switchboard.ts";
import type { Attribute } from "../twiml/attribute.ts";

/** The parameters of one request, each checked as it is read; each reading refuses 400 with its own code. */
export type Parameters = {
  /** The value as it was sent, empty or not. */
  text(name: string, rule: Attribute): string | undefined;
  number(name: string, rule: Attribute): number | undefined;
  truth(name: string, code: number): boolean | undefined;
  choice<T extends string>(name: string, code: number, ...values: readonly T[]): T | undefined;
  /** A parameter that may be sent several times. */
  choices<T extends string>(name: string, code: number, values: readonly T[], separator?: string): readonly T[];
  /** Refuses 20001 for a parameter that nothing has read: Twilio does not have it, or this exchange does not play it. */
  nothingElse(): void;
};

const refuse = (code: number, message: string): never => {
  throw new RestFault(400, code, message);
};

/** The one of these values that was sent; refuses 400 with `code` any other. */
function known<T extends string>(name: string, code: number, value: string, values: readonly T[]): T {
  const found = values.find((candidate) => candidate === value);
  return found ?? refuse(code, `${name} is one of ${values.join(", ")}, not ${value}`);
}

/** Reads the parameters of a form or a query. */
export function parameters(sent: URLSearchParams): Parameters {
  const read = new Set<string>();
  const all = (name: string): readonly string[] => {
    read.add(name);
    return sent.getAll(name);
  };
  const one = (name: string): string | undefined => {
    const values = all(name);
    return values.length > 1 ? refuse(20001, `${name} is sent once`) : values[0];
  };
  const text = (name: string, rule: Attribute): string | undefined => {
    const value = one(name);
    const fault = value === undefined ? undefined : rule.fault(value);
    return fault ? refuse(fault.code, `${name}: ${fault.message}`) : value;
  };
  const choice = <T extends string>(name: string, code: number, ...values: readonly T[]): T | undefined => {
    const value = one(name);
    return value === undefined ? undefined : known(name, code, value, values);
  };
  return {
    text,
    choice,
    number: (name, rule) => {
      const value = text(name, rule);
      return value === undefined ? undefined : Number(value);
    },
    truth: (name, code) => {
      const value = choice(name, code, "true", "false");
      return value === undefined ? undefined : value === "true";
    },
    choices: (name, code, values, separator) =>
      all(name)
        .flatMap((value) => (separator === undefined ? [value] : value.split(separator)))
        .map((value) => known(name, code, value, values)),
    nothingElse: () => {
      const unread = [...new Set(sent.keys())].filter((name) => !read.has(name));
      if (unread.length > 0) refuse(20001, `unknown here: ${unread.join(", ")}`);
    },
  };
}

/** A value that must be there; refuses 400 with `code`. */
export const needed = <T>(value: T | undefined, code: number, name: string): T =>
  value ?? refuse(code, `${name} is required`);

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** An object without its undefined properties. */
export const present = <T extends object>(object: T): Present<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Present<T>;
