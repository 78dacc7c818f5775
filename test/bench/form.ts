import { createHmac } from "node:crypto";
import { account, publicUrl } from "./account.ts";

export type Form = Readonly<Record<string, string>>;

/** What Twilio says of a call in every webhook: names and values as its documents have them. */
export function callForm(sid: string, from: string, to: string, status: string): Form {
  return {
    AccountSid: account.sid,
    ApiVersion: "2010-04-01",
    CallSid: sid,
    CallStatus: status,
    Called: to,
    CalledCity: "",
    CalledCountry: "US",
    CalledState: "CA",
    CalledZip: "",
    Caller: from,
    CallerCity: "BROOKLYN",
    CallerCountry: "US",
    CallerState: "NY",
    CallerZip: "11201",
    Direction: "inbound",
    From: from,
    FromCity: "BROOKLYN",
    FromCountry: "US",
    FromState: "NY",
    FromZip: "11201",
    To: to,
    ToCity: "",
    ToCountry: "US",
    ToState: "CA",
    ToZip: "",
  };
}

/** The parameters as a body, and as they are signed: names in order, each before its value. */
export function written(form: Form): { readonly body: string; readonly signed: string } {
  const names = Object.keys(form).sort();
  return {
    body: new URLSearchParams(form).toString(),
    signed: names.map((name) => name + form[name]).join(""),
  };
}

/** The signature of a request to a path, as Twilio makes it. */
export function signature(path: string, signed: string): string {
  return createHmac("sha1", account.token)
    .update(publicUrl + path + signed)
    .digest("base64");
}
