import { expect, test } from "vitest";
import { whys, wordsFor } from "../../src/admin/pages/sign-in/why.ts";
import { reasons } from "../../src/web/people/oidc/refused.ts";

test("the sign-in page has words for every reason that there is, and for no other", () => {
  expect(Object.keys(whys).toSorted()).toEqual(reasons.toSorted());
  expect(wordsFor("unreachable", "Example ID")).toBe("Example ID does not answer now. Try again in a moment.");
  expect([wordsFor("toString", "Example ID"), wordsFor(null, "Example ID")]).toEqual([undefined, undefined]);
});
