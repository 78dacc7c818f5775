import { Router } from "express";
import { paths } from "./paths.ts";

/** What is looked at before calls are let in; `why` says in words what is wrong. */
export type Check = {
  readonly name: string;
  readonly check: () => Health | Promise<Health>;
};
export type Health = { readonly ok: true } | { readonly ok: false; readonly why: string };

async function look({ name, check }: Check) {
  try {
    return { name, ...(await check()) };
  } catch (error) {
    return { name, ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * `/healthz` answers 200 as long as the process answers at all. `/readyz` answers 200 when every check is well, else 503,
 * with each check's name, whether it is ok, and why not.
 */
export function healthRouter(checks: readonly Check[]): Router {
  const router = Router();
  router.get(paths.healthz, (_request, response) => void response.json({ status: "ok" }));
  router.get(paths.readyz, async (_request, response) => {
    const looked = await Promise.all(checks.map(look));
    const ready = looked.every(({ ok }) => ok);
    response.status(ready ? 200 : 503).json({ status: ready ? "ready" : "not ready", checks: looked });
  });
  return router;
}
