import { lines } from "./business.ts";
import { callForm, type Form } from "./form.ts";
import { pathIn, type Answer, type Post } from "./post.ts";

/** Somebody who waits in line: `next` is what the last document asks for when it ends. */
export type Caller = { readonly sid: string; readonly form: Form; next: string };

const action = /action="([^"]+)"/;
const redirect = /<Redirect[^>]*>([^<]+)</;
const waitUrl = /waitUrl="([^"]+)"/;

/** Whether a document is what a waiting caller should hear, and no apology. */
export const isHoldDocument = ({ status, body }: Answer): boolean => status === 200 && redirect.test(body);

/** Asks for what the last document leads to, and goes on from there. */
export async function step(caller: Caller, post: Post): Promise<Answer> {
  const answer = await post(caller.next, caller.form);
  caller.next = pathIn(answer.body, redirect) ?? caller.next;
  return answer;
}

/** A call rings in, chooses on the menu and is put in line: half the callers want support, half want sales. */
export async function joinLine(at: number, post: Post): Promise<Caller> {
  const sid = `CA${at.toString(16).padStart(32, "0")}`;
  const from = `+1212${String(5_000_000 + at)}`;
  const to = at % 2 === 0 ? lines.sales : lines.support;
  const form = callForm(sid, from, to, "in-progress");
  const menu = await post("/twilio/voice", { ...form, CallStatus: "ringing" });
  const enqueue = await post(found(menu, action), { ...form, Digits: "1", msg: "Gather End" });
  const waiting = { ...form, QueueSid: `QU${"0".repeat(31)}1`, QueueTime: "0", QueuePosition: "1", msg: "Gather End" };
  const caller = { sid, form: waiting, next: found(enqueue, waitUrl) };
  await step(caller, post);
  return caller;
}

/** The caller hangs up. */
export async function hangUp({ form }: Caller, post: Post): Promise<void> {
  await post("/twilio/status", { ...form, CallStatus: "completed", CallDuration: "60" });
}

function found({ status, body }: Answer, pattern: RegExp): string {
  const path = pathIn(body, pattern);
  if (path === undefined) throw new Error(`no ${pattern.source} in the answer ${status}: ${body}`);
  return path;
}

/** Puts callers in line, 32 at a time; the first is number `from`. */
export async function fillLine(from: number, count: number, post: Post): Promise<Caller[]> {
  const callers: Caller[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (next < count) {
        const at = next++;
        callers[at] = await joinLine(from + at, post);
      }
    }),
  );
  return callers;
}
