import { fault, oneOf, type RoutingFault } from "./fault.ts";
import type { LooseRouting } from "./loose.ts";

/** What is wrong with telephone numbers and dates: lines and reps twice, a caller id that is no line, announcements that end before they begin. */
export function peopleFaults(routing: LooseRouting): readonly RoutingFault[] {
  return [...linesTwice(routing), ...callerIdFault(routing), ...addressFaults(routing), ...datesBackwards(routing)];
}

function linesTwice({ lines }: LooseRouting): readonly RoutingFault[] {
  return lines.flatMap(({ number }, index) => {
    const first = lines.findIndex((line) => line.number === number);
    if (number === undefined || first === index) return [];
    return [
      fault(["lines", index, "number"], `${number} is already line ${first + 1}: a number opens in one way only`),
    ];
  });
}

function callerIdFault({ business, lines }: LooseRouting): readonly RoutingFault[] {
  const numbers = lines.map(({ number }) => number).filter((number) => number !== undefined);
  if (business.callerId === undefined || numbers.length === 0 || numbers.includes(business.callerId)) return [];
  return [fault(["business", "callerId"], `reps are rung from one of the lines: use ${oneOf(numbers)}`)];
}

function addressFaults({ reps, lines }: LooseRouting): readonly RoutingFault[] {
  const owners = new Map<string, string>();
  return Object.entries(reps).flatMap(([id, { address }]) => {
    if (address === undefined) return [];
    const path = ["reps", id, "address"];
    if (lines.some(({ number }) => number === address)) {
      return [
        fault(
          path,
          `${address} is one of the lines: ringing this rep would lead back here; use the rep's own telephone`,
        ),
      ];
    }
    const owner = owners.get(address.toLowerCase());
    if (owner !== undefined)
      return [fault(path, `${address} already rings "${owner}": give each rep a telephone of their own`)];
    owners.set(address.toLowerCase(), id);
    return [];
  });
}

function datesBackwards({ announcements }: LooseRouting): readonly RoutingFault[] {
  return Object.entries(announcements).flatMap(([id, { from, until }]) => {
    if (from === undefined || until === undefined || from <= until) return [];
    return [
      fault(
        ["announcements", id, "until"],
        `the last day, ${until}, is before the first, ${from}: nobody would hear it`,
      ),
    ];
  });
}
