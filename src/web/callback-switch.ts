import { z } from "zod";
import type { Guard } from "../work/guard.ts";
import { operation, type Operation } from "./api/operation.ts";
import { paths } from "./paths.ts";

const Switch = z.strictObject({ off: z.boolean() });
const tag = "Return calls";
const endings = { 200: { says: "How it stands.", body: Switch } } as const;

/**
 * The emergency switch: with `off` no return call is promised or placed, whatever is owed, until it is switched on again. What is
 * owed keeps its place meanwhile.
 */
export function callbackSwitchOperations(guard: Pick<Guard, "isOff" | "switchOff">): readonly Operation[] {
  return [
    operation({
      id: "readCallbackSwitch",
      method: "get",
      path: paths.callbackSwitch,
      tag,
      summary: "Whether all return calls are switched off.",
      needs: "viewer",
      endings,
      answer: () => ({ body: { off: guard.isOff() } }),
    }),
    operation({
      id: "setCallbackSwitch",
      method: "put",
      path: paths.callbackSwitch,
      tag,
      summary: "Switches all return calls off, or on again.",
      needs: "lead",
      body: Switch,
      endings,
      async answer({ body: { off } }) {
        await guard.switchOff(off);
        return { body: { off: guard.isOff() }, did: { off } };
      },
    }),
  ];
}
