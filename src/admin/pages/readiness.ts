/** Whether calls can be taken; where they cannot, why, a sentence for each thing that is amiss. */
export type Readiness = { readonly ready: boolean; readonly why: readonly string[] };

/** Asks the server whether it is ready. Throws TypeError where nobody answers. */
export async function readiness(): Promise<Readiness> {
  const answer = await fetch("/readyz");
  const said: unknown = await answer.json();
  const checks = typeof said === "object" && said && "checks" in said && Array.isArray(said.checks) ? said.checks : [];
  return { ready: answer.ok, why: checks.flatMap(whyNot) };
}

function whyNot(check: unknown): readonly string[] {
  return typeof check === "object" && check && "why" in check && typeof check.why === "string" ? [check.why] : [];
}
