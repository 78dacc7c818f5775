import { z } from "zod";
import type { Guard } from "../work/guard.ts";
import { operation, type Operation } from "./api/operation.ts";
import { byOf } from "./api/routing-answers.ts";
import { paths } from "./paths.ts";

const Switch = z.strictObject({ off: z.boolean() });
const tag = "Return calls";
const endings = { 200: { says: "How it stands.", body: Switch } } as const;

/**
 * The emergency switches: with `off` no return call is promised or placed, whatever is owed, until it is switched on again; that of the
 * offers stops only what would be promised from now on. What is owed keeps its place meanwhile.
 */
export function callbackSwitchOperations({ switches }: Pick<Guard, "switches">): readonly Operation[] {
  const { calls, offers } = switches;
  return [
    operation({
      id: "readCallbackSwitch",
      method: "get",
      path: paths.callbackSwitch,
      tag,
      summary: "Whether all return calls are switched off.",
      needs: "viewer",
      endings,
      answer: () => ({ body: { off: calls.isOff() } }),
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
      async answer({ body: { off }, who }) {
        await calls.set(off, byOf(who));
        return { body: { off: calls.isOff() }, did: { off } };
      },
    }),
    operation({
      id: "setCallbackOffers",
      method: "put",
      path: paths.callbackOffers,
      tag,
      summary: "Switches off that return calls are promised, or on again. Those that are owed are placed all the same.",
      needs: "lead",
      body: Switch,
      endings,
      async answer({ body: { off }, who }) {
        await offers.set(off, byOf(who));
        return { body: { off: offers.isOff() }, did: { off } };
      },
    }),
  ];
}
