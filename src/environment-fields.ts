import { z } from "zod";

/** A variable that is set to nothing is not set. */
export const unset = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : undefined);

/** What a variable has to be, where it is set. */
export const set = <T extends z.ZodType>(schema: T) => z.preprocess(unset, schema);

/** Whether it is an address with one of these schemes, such as `https:`. */
export const isUrl = (text: string, ...schemes: readonly string[]): boolean =>
  schemes.includes(URL.parse(text)?.protocol ?? "");
