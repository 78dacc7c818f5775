/**
 * How Twilio replied. `ok`: it is done · `gone`: the leg, member or room is no longer there · `later`: it was not done, or
 * nobody knows whether it was, and may be asked again (`afterMs` where Twilio said when) · `refused`: asking again
 * cannot help; `code` is Twilio's.
 */
export type Reply<T> =
  | { readonly ok: T }
  | { readonly gone: string }
  | { readonly later: string; readonly afterMs?: number }
  | { readonly refused: string; readonly code?: number };

/** Twilio is too busy (429), took too long (408) or failed (5xx). */
export class Busy extends Error {
  readonly afterMs: number | undefined;
  constructor(status: number, retryAfter: unknown) {
    super(`HTTP ${status}`);
    this.name = "Busy";
    const seconds = typeof retryAfter === "string" && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : undefined;
    this.afterMs = seconds === undefined ? undefined : seconds * 1000;
  }
}

/** Whether an answer with this HTTP status means that the same request may do better later. */
export const isBusy = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** What the SDK throws for an answer that is an error; `code` is Twilio's. */
type Refusal = { readonly status: number; readonly message: string; readonly code: number | undefined };

function refusalIn(error: Error): Refusal | undefined {
  if (!("status" in error && typeof error.status === "number")) return undefined;
  const code = "code" in error && typeof error.code === "number" ? error.code : undefined;
  // The SDK puts the body's message over the error's own, and a body need not have one.
  const message: unknown = error.message;
  return { status: error.status, message: typeof message === "string" ? message : `HTTP ${error.status}`, code };
}

// Not found, and a call that is no longer in progress: https://www.twilio.com/docs/api/errors
const goneCodes = [20404, 21220];

/** Whether there was no answer that could be read: refused, reset or timed out, or cut off in the middle. */
const isUnanswered = (error: Error): boolean => "isAxiosError" in error || error instanceof SyntaxError;

function replyTo(error: unknown, mayBeGone: boolean): Reply<never> {
  if (!(error instanceof Error)) throw error;
  if (error instanceof Busy)
    return { later: error.message, ...(error.afterMs !== undefined && { afterMs: error.afterMs }) };
  if (isUnanswered(error)) return { later: error.message };
  const refusal = refusalIn(error);
  if (!refusal) throw error;
  const { status, message, code } = refusal;
  if (mayBeGone && (status === 404 || goneCodes.includes(code ?? 0))) return { gone: message };
  return { refused: message, ...(code !== undefined && { code }) };
}

/** Asks, and makes a value of how it ended; throws only for bugs. `mayBeGone`: what is asked of may be there no longer. */
export async function replyOf<T>(ask: () => Promise<T>, mayBeGone: boolean): Promise<Reply<T>> {
  try {
    return { ok: await ask() };
  } catch (error) {
    return replyTo(error, mayBeGone);
  }
}
