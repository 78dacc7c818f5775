import { expect, test } from "vitest";
import { readCommand } from "../../src/phone/command.ts";

test.each([
  ["dial", { do: "dial", to: 1 }],
  ["Dial 2", { do: "dial", to: 2 }],
  ["dial +1 (555) 123-4567", { do: "dial", to: "+15551234567" }],
  ["press 1", { do: "press", keys: "1" }],
  ["press 5 5 5 #", { do: "press", keys: "555#" }],
  ["*0", { do: "press", keys: "*0" }],
  ["  say   hello there  ", { do: "say", words: "hello there" }],
  ["text in", { do: "text", words: "in" }],
  ["hear Welcome", { do: "hear", words: "Welcome" }],
  ["wait 2.5", { do: "wait", seconds: 2.5 }],
  ["answer", { do: "answer" }],
  ["x", { do: "decline" }],
  ["hang up", { do: "hangup" }],
  ["hangup", { do: "hangup" }],
  ["?", { do: "help" }],
  ["q", { do: "quit" }],
])("%j is understood", (line, command) => {
  expect(readCommand(line)).toEqual(command);
});

test.each(["", "   ", "\r"])("the empty line %j is no command", (line) => {
  expect(readCommand(line)).toBeUndefined();
});

test.each(["dance", "dial nobody", "dial 0", "press a", "press", "wait", "wait long", "say", "text "])(
  "%j is answered with what to say instead",
  (line) => {
    expect(readCommand(line)).toMatchObject({ do: "nothing" });
  },
);
