import { expect, test } from "vitest";
import { oneAtATime } from "../../src/work/one-at-a-time.ts";

/** Things to do that end when they are told to, and what was begun so far. */
function deeds() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const deed = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  return { begun, deed, end: (name: string) => ends.get(name)?.() };
}

test("what is done for one key waits for what is done for it already, and nothing else does", async () => {
  const { begun, deed, end } = deeds();
  const doing = oneAtATime();
  const [first, second, other] = [doing("a", deed("first")), doing("a", deed("second")), doing("b", deed("other"))];
  await Promise.resolve();
  expect(begun).toEqual(["first", "other"]);
  end("first");
  expect(await first).toBe("first");
  expect(begun).toEqual(["first", "other", "second"]);
  end("second");
  end("other");
  expect(await Promise.all([second, other])).toEqual(["second", "other"]);
});

test("what fails holds nothing up", async () => {
  const { deed, end } = deeds();
  const doing = oneAtATime();
  const failing = doing("a", () => Promise.reject(new Error("no")));
  const next = doing("a", deed("next"));
  await expect(failing).rejects.toThrow("no");
  await Promise.resolve();
  end("next");
  expect(await next).toBe("next");
});
