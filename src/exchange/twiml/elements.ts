import type { Element } from "./element.ts";
import { client } from "./verbs/client.ts";
import { conference } from "./verbs/conference.ts";
import { dial } from "./verbs/dial.ts";
import { enqueue } from "./verbs/enqueue.ts";
import { gather } from "./verbs/gather.ts";
import { hangup } from "./verbs/hangup.ts";
import { leave } from "./verbs/leave.ts";
import { body, media, message } from "./verbs/message.ts";
import { number } from "./verbs/number.ts";
import { pause } from "./verbs/pause.ts";
import { play } from "./verbs/play.ts";
import { queue } from "./verbs/queue.ts";
import { record } from "./verbs/record.ts";
import { redirect } from "./verbs/redirect.ts";
import { reject } from "./verbs/reject.ts";
import { say } from "./verbs/say.ts";
import { sip } from "./verbs/sip.ts";
import { ssml } from "./verbs/ssml.ts";

const verbs = [gather, say, play, pause, hangup, leave, reject, redirect, record, enqueue, dial];
const nouns = [number, client, sip, queue, conference];
const texting = [message, body, media];
const all: readonly Element[] = [...verbs, ...nouns, ...texting, ...ssml];

/** Every element that this exchange knows, by name. */
export const elements: ReadonlyMap<string, Element> = new Map(all.map((element) => [element.name, element]));
