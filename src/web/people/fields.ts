import { z } from "zod";

/** An account's name. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email("write an e-mail address such as ida@example.com"));

/** What somebody is called: one line. */
export const PersonName = z
  .string()
  .trim()
  .min(1, "write a name")
  .max(100)
  .regex(/^\P{Cc}*$/u, "write a name of one line");

/** A secret as a link or a token carries it. */
export const Secret = z.string().min(1).max(200);
