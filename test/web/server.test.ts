import { expect, test } from "vitest";
import { listen } from "../../src/web/server.ts";

test("a server that is stopped ends what somebody listens to, and answers what is on its way", async () => {
  const server = await listen(0, "127.0.0.1");
  const came = Promise.withResolvers<void>();
  const slow = Promise.withResolvers<void>();
  server.serve((request, response) => {
    if (request.url === "/stream") {
      response.setHeader("content-type", "text/event-stream");
      response.write("data: 1\n\n");
      return;
    }
    came.resolve();
    void slow.promise.then(() => response.end("answered"));
  });
  const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;
  const stream = await fetch(at("/stream"));
  const answer = fetch(at("/slow"));
  await came.promise;
  const stopped = server.stop();
  expect(await stream.text()).toBe("data: 1\n\n");
  slow.resolve();
  expect(await (await answer).text()).toBe("answered");
  await stopped;
});
