import type { Destination, Routing } from "../routing/routing.ts";

/** Where a call to this number begins; a number that is no line of ours leads to reception. */
export function opening(to: string, routing: Routing): Destination {
  return routing.lines.find(({ number }) => number === to)?.opensWith ?? routing.business.reception;
}
