import { RestFault } from "../switchboard.ts";
import type { CallProgressEvent, MachineDetection, StatusCallback } from "../records/call.ts";
import type { Target } from "../target.ts";
import { matching, whole } from "../twiml/attribute.ts";
import { needed, present, type Parameters } from "./parameters.ts";
import { anything, endpoint, target } from "./rules.ts";

const progress: readonly CallProgressEvent[] = ["initiated", "ringing", "answered", "completed"];

function statusCallback(form: Parameters, separator: string | undefined): StatusCallback | undefined {
  const called = target(form, "StatusCallback", "StatusCallbackMethod", 21609);
  const events = form.choices("StatusCallbackEvent", 21626, progress, separator);
  return called && { ...called, events: events.length > 0 ? events : ["completed"] };
}

/** Detection's thresholds, in milliseconds, are checked and then left alone: nothing here listens to a machine. */
function machineDetection(
  form: Parameters,
  async: boolean,
  callback: Target | undefined,
): MachineDetection | undefined {
  const mode = form.choice("MachineDetection", 21234, "Enable", "DetectMessageEnd");
  const timeout = form.number("MachineDetectionTimeout", whole(21234, 3, 60));
  form.number("MachineDetectionSpeechThreshold", whole(21234, 1000, 6000));
  form.number("MachineDetectionSpeechEndThreshold", whole(21234, 500, 5000));
  form.number("MachineDetectionSilenceTimeout", whole(21234, 2000, 10_000));
  return mode && present({ mode, async, timeout, callback });
}

/** Who rings whom and how long: what calls and participants share. `AsyncAmd` is a call's alone. */
function ringing(form: Parameters, least: number, detection: MachineDetection | undefined, separator?: string) {
  const to = needed(form.text("To", endpoint(21211)), 21201, "To");
  const from = needed(form.text("From", endpoint(21212)), 21213, "From");
  if (to.startsWith("+") && !from.startsWith("+"))
    throw new RestFault(400, 21212, "a phone number is rung from a phone number");
  // What is shown or passed on to other carriers changes nothing that is heard.
  for (const name of ["CallReason", "CallToken"]) form.text(name, anything);
  return present({
    to,
    from,
    timeout: form.number("Timeout", whole(21208, least, 600)),
    timeLimit: form.number("TimeLimit", whole(20001, 1)),
    callerId: form.text("CallerId", endpoint(21212)),
    statusCallback: statusCallback(form, separator),
    machineDetection: detection,
  });
}

/** How a call rings: its events are sent one a parameter. */
export function callRinging(form: Parameters) {
  const callback = target(form, "AsyncAmdStatusCallback", "AsyncAmdStatusCallbackMethod", 21205);
  const async = form.choice("AsyncAmd", 21234, "true", "false") === "true";
  const detection = machineDetection(form, async, callback);
  const sendDigits = form.text(
    "SendDigits",
    matching(21206, /^[0-9A-D#*wW]{1,32}$/, "at most 32 keys 0-9 A-D # * w W"),
  );
  // https://www.twilio.com/docs/voice/api/call-resource: with digits to send, nobody listens for a machine.
  return { ...ringing(form, 1, sendDigits === undefined ? detection : undefined), ...present({ sendDigits }) };
}

/** How a participant rings: its events may be one parameter with spaces. */
export function participantRinging(form: Parameters) {
  if (form.text("AsyncAmd", anything) !== undefined) throw new RestFault(400, 21263, "AsyncAmd is a call's parameter");
  const callback = target(form, "AmdStatusCallback", "AmdStatusCallbackMethod", 21205);
  return ringing(form, 5, machineDetection(form, callback !== undefined, callback), " ");
}
