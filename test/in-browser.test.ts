import { expect, test } from "vitest";
import { hasBrowser } from "../src/in-browser.ts";

test.each<[string, Record<string, string>, NodeJS.Platform, boolean, boolean]>([
  ["at a Mac's terminal", {}, "darwin", true, true],
  ["at a Linux desktop's terminal", { DISPLAY: ":0" }, "linux", true, true],
  ["at a Linux machine without a desktop", {}, "linux", true, false],
  ["where the output is no terminal", { DISPLAY: ":0" }, "linux", false, false],
  ["on another machine, by SSH", { DISPLAY: ":0", SSH_CONNECTION: "10.0.0.1 1 10.0.0.2 22" }, "linux", true, false],
  ["in continuous integration", { CI: "true" }, "darwin", true, false],
  ["where it was forbidden", { OPEN_BROWSER: "no" }, "darwin", true, false],
  ["where the variable is set to nothing", { OPEN_BROWSER: "" }, "darwin", true, true],
])("the demo's telephones open by themselves %s: %j on %s", (_where, variables, platform, atTerminal, opens) => {
  expect(hasBrowser(variables, platform, atTerminal)).toBe(opens);
});
