import type { Callback } from "../callback/callback.ts";
import type { CallRecord } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { recordingIn } from "../twilio/recording-sid.ts";

/** What an open call, an open promise or an open case still needs of what is over, by name. */
export type Needed = {
  readonly calls: ReadonlySet<string>;
  readonly callbacks: ReadonlySet<string>;
  readonly recordings: ReadonlySet<string>;
};

/** Looks through everything that is open. */
export async function stillNeeded(store: Pick<Store, "open">): Promise<Needed> {
  const needed = { calls: new Set<string>(), callbacks: new Set<string>(), recordings: new Set<string>() };
  const hear = (addresses: readonly (string | undefined)[]) => {
    for (const address of addresses) if (address !== undefined) needed.recordings.add(recordingIn(address));
  };
  const owe = ({ id, origin, tries, note }: Callback) => {
    needed.callbacks.add(id);
    for (const call of [origin, ...tries.map((one) => one.call)]) if (call !== undefined) needed.calls.add(call);
    hear([note?.recording]);
  };
  for (const { call } of await store.open("call")) {
    needed.calls.add(call.sid);
    hear(heardIn(call));
    if (call.promised) needed.callbacks.add(call.promised.id);
    if (call.returns) owe(call.returns.callback);
  }
  for (const callback of await store.open("callback")) owe(callback);
  for (const { spoken } of await store.open("resolution")) for (const { call } of spoken) needed.calls.add(call);
  return needed;
}

/** What may still be played in a call: what was said while waiting, and what a rep has just said of a promise. */
function heardIn(call: CallRecord["call"]): readonly (string | undefined)[] {
  const story = call.story.map((chapter) => (chapter.what === "message" ? chapter.recording : undefined));
  return [...story, ...("draft" in call ? [call.draft?.note?.recording] : [])];
}
