import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Express } from "express";
import { onTestFinished } from "vitest";

/** Serves an app on a free port until the test ends. */
export async function served(app: Express): Promise<Server> {
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return server;
}
