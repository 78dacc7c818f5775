import { onTestFinished } from "vitest";

type Step = { readonly words: string; readonly where: Error; readonly run: () => Promise<void> };

/**
 * Steps that are run when the script is awaited. A failing step fails at the line that wrote it; a script that was
 * never awaited fails its test.
 */
export type Script = {
  readonly step: (words: string, run: () => Promise<void>) => void;
  readonly run: () => Promise<void>;
};

export function openScript(who: string): Script {
  let steps: Step[] = [];
  let watched = false;
  return {
    step(words, run) {
      steps.push({ words, where: here(`${who} ${words}`), run });
      if (watched) return;
      watched = true;
      onTestFinished(() => {
        const [left] = steps;
        if (left) throw Object.assign(left.where, { message: `${who} ${left.words}: this script was never awaited` });
      });
    },
    async run() {
      const mine = steps;
      steps = [];
      for (const { words, where, run } of mine) {
        await run().catch((cause: unknown) => {
          const why = cause instanceof Error ? cause.message : String(cause);
          where.message = `${who} ${words}: ${why}`;
          throw where;
        });
      }
    },
  };
}

/** An error that points at the line of the test, not at ours. */
function here(message: string): Error {
  const error = new Error(message);
  error.stack =
    error.stack
      ?.split("\n")
      .filter((frame) => !frame.includes("/test/support/"))
      .join("\n") ?? message;
  return error;
}
