import { Router, type RequestHandler } from "express";
import { z } from "zod";
import type { Guard } from "../work/guard.ts";
import { parsed } from "./callback-schemas.ts";
import { jsonBody } from "./json-body.ts";
import { paths } from "./paths.ts";

const Switch = z.strictObject({ off: z.boolean() });

/**
 * The emergency switch: with `off` no return call is promised or placed, whatever is owed, until it is switched on again. What is
 * owed keeps its place meanwhile. Behind the door.
 */
export function callbackSwitchRouter(door: RequestHandler, guard: Pick<Guard, "isOff" | "switchOff">): Router {
  const router = Router();
  router.use(paths.callbackSwitch, door, (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  router.get(paths.callbackSwitch, (_request, response) => void response.json({ off: guard.isOff() }));
  router.put(paths.callbackSwitch, ...jsonBody(), async (request, response) => {
    await guard.switchOff(parsed(Switch, request.body).off);
    response.json({ off: guard.isOff() });
  });
  return router;
}
