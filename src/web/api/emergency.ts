import { z } from "zod";
import { LanguageCode } from "../../routing/fields.ts";
import type { Routing } from "../../routing/routing.ts";
import { concerned } from "../../work/concerned.ts";
import type { Office } from "../../work/office.ts";
import type { Switched } from "../../work/switch.ts";
import { paths } from "../paths.ts";
import { operation, type Operation } from "./operation.ts";

type Options = {
  readonly office: () => Pick<Office, "storm" | "guard" | "board" | "ledger">;
  readonly routing: () => Routing;
  readonly now: () => number;
};

const since = {
  at: z.iso.datetime().optional().meta({ description: "when somebody last touched it; absent: nobody ever did" }),
  by: z.string().optional().meta({ description: "who did" }),
};
const Switch = z.object({ off: z.boolean(), ...since });
const Count = z.int().min(0);
/** What is switched off or said now, and how many people that concerns. */
export const EmergencyBody = z.object({
  storm: z.object({
    words: z.record(LanguageCode, z.string()).nullable().meta({ description: "null: nothing is said" }),
    ...since,
  }),
  offers: Switch.meta({ description: "off: no return call is promised any more" }),
  calls: Switch.meta({ description: "off: no return call is promised or placed any more" }),
  concerns: z.object({
    onTheLine: Count.meta({ description: "callers on the line now" }),
    waiting: Count.meta({ description: "those of them who wait for a rep" }),
    owed: Count.meta({ description: "return calls that are owed" }),
    soon: Count.meta({ description: "those of them that fall due within the hour, or have fallen due" }),
  }),
  languages: z.array(LanguageCode).meta({ description: "what the business speaks, its own language first" }),
});

/** How everything stands that is for emergencies, at one look. */
export function emergencyOperations({ office, routing, now }: Options): readonly Operation[] {
  return [
    operation({
      id: "readEmergency",
      method: "get",
      path: paths.emergency,
      tag: "Emergency",
      summary: "What is switched off now, who did it, and how many people it concerns.",
      needs: "viewer",
      endings: { 200: { says: "How it stands.", body: EmergencyBody } },
      answer: () => ({ body: standing() }),
    }),
  ];

  function standing(): z.infer<typeof EmergencyBody> {
    const { storm, guard, board, ledger } = office();
    const { calls, offers } = guard.switches;
    const { languages, language } = routing().business;
    const open = Array.from(board.calls(), ({ call }) => call);
    return {
      storm: { words: storm.words() ?? null, ...touched(storm.switched()) },
      offers: { off: offers.isOff(), ...touched(offers.read()) },
      calls: { off: calls.isOff(), ...touched(calls.read()) },
      concerns: concerned({ calls: open, owed: ledger.all(), routing: routing() }, now()),
      languages: [language, ...Object.keys(languages).filter((one) => one !== language)],
    };
  }
}

function touched(switched: Switched | undefined): { at?: string; by?: string } {
  if (!switched) return {};
  const by = switched.by?.name;
  return { at: new Date(switched.at).toISOString(), ...(by === undefined ? {} : { by }) };
}
