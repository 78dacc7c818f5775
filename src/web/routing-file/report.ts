import type { RoutingFault } from "../../routing/check/fault.ts";
import type { Ending } from "./ending.ts";

/** What a check has found: faults keep a routing from being in force, warnings do not. */
export type Checked = { readonly faults: readonly RoutingFault[]; readonly warnings: readonly RoutingFault[] };

/** What is said of a file that was checked. */
export function checkedEnding(file: string, checked: Checked): Ending {
  const { faults, warnings } = checked;
  const headline = faults.length > 0 ? `${file} does not hold. Mend this:\n` : `${file} holds.\n`;
  return { code: faults.length > 0 ? 1 : 0, said: headline + lines(faults) + better(warnings) };
}

/** What is said of a file that has become the draft. */
export function importedEnding(file: string, before: string, { faults, warnings }: Checked): Ending {
  const next =
    faults.length > 0
      ? `Before it can be published, mend this:\n${lines(faults)}`
      : "It is not in force before somebody publishes it, on the page Routing or over the API.\n";
  return { code: 0, said: `${file} is the draft now.${before}\n${next}${better(warnings)}` };
}

function better(warnings: readonly RoutingFault[]): string {
  return warnings.length === 0 ? "" : `Its texts could say better:\n${lines(warnings)}`;
}

function lines(faults: readonly RoutingFault[]): string {
  return faults.map(({ path, sentence }) => `  - ${path === "" ? "" : `${path}: `}${sentence}\n`).join("");
}
