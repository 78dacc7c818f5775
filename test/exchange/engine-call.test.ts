import { expect, test } from "vitest";
import { engine, heardBy, line } from "./engine.ts";

test("a call rings until its first document comes, is then answered, and ends where the document does", async () => {
  const { caller, pass, of } = await engine({
    "/voice": "<Say>Welcome to our company</Say><Pause length='2'/><Say>Goodbye</Say>",
  });
  const call = caller.dial(line);
  expect(call.state).toBe("ringing");
  await pass(0);
  expect(call.state).toBe("in-progress");
  expect(of("/voice").map(({ method, signed, params }) => [method, signed, params["CallStatus"]])).toEqual([
    ["POST", true, "ringing"],
  ]);
  await pass(10);
  expect(call.state).toBe("ended");
  expect(heardBy(call)).toEqual(["ringing", "Welcome to our company", "pause", "Goodbye"]);
  expect((call.endedAt ?? 0) - call.startedAt).toBe(1600 + 2000 + 400);
});
