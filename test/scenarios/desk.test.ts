import { expect, test } from "vitest";
import { office } from "../support/office.ts";
import { asksFor, takesCall } from "../support/usual.ts";

test("a rep signs in, takes a break and signs out with keys on the rep's own phone", async () => {
  const { caller, rep, line, presence } = office();
  await rep("Ben")
    .dials(line)
    .hears(/You are out/)
    .hears(/1 for in/)
    .presses("1")
    .hears(/You are in now/)
    .isHungUpOn();
  expect(await presence("Ben")).toBe("in");
  await asksFor(caller, "support");
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben").hangsUp();
  await rep("Ben")
    .hears(/How did/)
    .presses("1")
    .isHungUpOn();
  await rep("Ben")
    .dials(line)
    .hears(/You are in/)
    .presses("2")
    .hears(/on a break now/)
    .isHungUpOn();
  expect(await presence("Ben")).toBe("break");
  await rep("Ben")
    .dials(line)
    .hears(/on a break/)
    .presses("3")
    .hears(/You are out now/)
    .isHungUpOn();
  expect(await presence("Ben")).toBe("out");
});

test("a rep who presses a wrong key, or none, is asked again, and stays as before", async () => {
  const { rep, line, presence } = office({ reps: ["Ben"] });
  await rep("Ben")
    .dials(line)
    .hears(/You are in/)
    .presses("7")
    .hears(/1 for in/)
    .hears(/1 for in/)
    .isHungUpOn();
  expect(await presence("Ben")).toBe("in");
});

test("a rep may reach the line's menu like any caller by pressing 0", async () => {
  const { rep, line } = office({ reps: ["Ben", "Rosa"] });
  await rep("Ben")
    .dials(line)
    .hears(/You are in/)
    .presses("0")
    .hears(/Welcome to Bright Kettle/);
});

test.each([
  ["In", /You are in now/, "in"],
  [" break! ", /on a break now/, "break"],
  ["OUT.", /You are out now/, "out"],
  ["entrar", /You are in now/, "in"],
  ["Pausa", /on a break now/, "break"],
  ["salir", /You are out now/, "out"],
] as const)("a rep texts “%s”", async (words, answer, state) => {
  const { rep, line, presence } = office();
  await rep("Ben").texts(words, line).getsText(answer);
  expect(await presence("Ben")).toBe(state);
});

test("a rep who speaks Spanish alone is answered in Spanish, by text and by phone, and hears the whisper so", async () => {
  const { caller, rep, line } = office({
    routing: (routing) => ({
      ...routing,
      reps: { ...routing.reps, ana: { ...routing.reps.ana, languages: ["es"] } },
    }),
  });
  await rep("Ana")
    .texts("IN", line)
    .getsText(/Ahora está disponible/);
  await rep("Ana")
    .dials(line)
    .hears(/Está disponible\. Pulse 1/)
    .hangsUp();
  await caller
    .dials(line)
    .hears(/Welcome/)
    .presses("9")
    .hears(/Bienvenido/)
    .presses("2");
  await rep("Ana")
    .rings()
    .answers()
    .hears("Una llamada para soporte.")
    .hears("Se trata de una reparación.")
    .hears(/Pulse 1/);
});

test("a rep's text that is no order gets help, and changes nothing", async () => {
  const { rep, line, presence } = office({ reps: ["Ben"] });
  await rep("Ben")
    .texts("lunch?", line)
    .getsText(/Text IN when/);
  expect(await presence("Ben")).toBe("in");
});

test("a rep on a break is not rung, and those who wait are rung for when the rep is back", async () => {
  const { caller, rep, line } = office({ reps: ["Ben", "Rosa"] });
  await asksFor(caller, "support");
  await rep("Ben")
    .rings()
    .declines()
    .texts("BREAK", line)
    .getsText(/break now/)
    .isNotRung({ minutes: 2 });
  await rep("Ben").texts("IN", line);
  await takesCall(rep("Ben"));
  await caller.isTalkingTo("Ben");
});

test.each(["sip:ana@kettle.example", "client:ana"])(
  "a rep at %s signs in there, is rung there and talks",
  async (address) => {
    const { caller, rep, line } = office({
      routing: (routing) => ({ ...routing, reps: { ...routing.reps, ana: { ...routing.reps.ana, address } } }),
    });
    await rep("Ana")
      .dials(line)
      .hears(/You are out/)
      .presses("1")
      .hears(/You are in now/)
      .isHungUpOn();
    await asksFor(caller, "support");
    await takesCall(rep("Ana"));
    await caller.isTalkingTo("Ana").hangsUp();
    await rep("Ana")
      .hears(/How did/)
      .presses("1")
      .isHungUpOn();
  },
);
