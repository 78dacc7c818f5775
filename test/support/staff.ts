import { business, line, type Business } from "./business.ts";
import type { Phone } from "./phone.ts";

type Rep = { readonly id: string; readonly name: string; readonly address: string; readonly skills: readonly string[] };

/** The reps of a routing, which a test may have written any way it likes. */
export function staffOf(routing: unknown): readonly Rep[] {
  const { reps } = { ...business, ...(routing as Partial<Business>) };
  return Object.entries(reps).map(([id, rep]) => ({ id, ...rep }));
}

/** A rep by name; throws where there is none. */
export function repNamed(reps: readonly Rep[], name: string): Rep {
  const rep = reps.find((one) => one.name === name);
  if (!rep) throw new Error(`there is no rep ${name}`);
  return rep;
}

/** The menu key that leads to a queue which a rep with these skills serves. */
function menuKeyOf(skills: readonly string[]): string {
  return skills.includes("support") ? "2" : skills.includes("sales") ? "1" : "0";
}

/** A rep is in a conversation: a caller who is for nothing else rings in and is taken. */
export async function isTalking(rep: Phone, { skills }: Rep, filler: Phone): Promise<void> {
  await filler
    .dials(line)
    .hears(/Welcome/)
    .presses(menuKeyOf(skills));
  await rep
    .rings()
    .answers()
    .hears(/Press 1/)
    .presses("1")
    .isTalkingTo(filler.number);
}
