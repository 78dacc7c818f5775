import { z } from "zod";
import { operation, type Operation } from "../api/operation.ts";
import { roles } from "../api/who.ts";
import { paths } from "../paths.ts";

const Me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().meta({ description: "empty for a program, and in demo mode" }),
  role: z.enum(roles),
  rep: z.string().optional(),
  demo: z.boolean().meta({ description: "whoever sits at the machine that demo mode runs on" }),
});

/** Who asks, as a page asks first of all. */
export function meOperations(): readonly Operation[] {
  return [
    operation({
      id: "whoAmI",
      method: "get",
      path: paths.me,
      tag: "Signing in",
      summary: "Who asks.",
      needs: "viewer",
      endings: { 200: { says: "You.", body: Me } },
      answer({ who }) {
        if (!who) throw new Error("somebody was admitted: the operation is not for anyone");
        const { id, name, email = "", role, rep, demo = false } = who;
        return { body: { id, name, email, role, ...(rep === undefined ? {} : { rep }), demo } };
      },
    }),
  ];
}
