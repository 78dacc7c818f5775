import { answered, dateText } from "./answer.ts";
import type { RestCall, Route } from "./route.ts";

const subresources = {
  calls: "Calls",
  conferences: "Conferences",
  incoming_phone_numbers: "IncomingPhoneNumbers",
  messages: "Messages",
  queues: "Queues",
  recordings: "Recordings",
};

/** The account has no history here: it is as old as the epoch. */
const since = dateText(0);

function fetchAccount({ account, switchboard }: RestCall) {
  const uris = Object.entries(subresources).map(([key, name]) => [key, `${account}/${name}.json`]);
  return answered(200, {
    sid: switchboard.accountSid,
    owner_account_sid: switchboard.accountSid,
    auth_token: switchboard.authToken,
    friendly_name: "Exchange",
    status: switchboard.standing().status,
    type: switchboard.standing().type,
    date_created: since,
    date_updated: since,
    uri: `${account}.json`,
    subresource_uris: Object.fromEntries(uris),
  });
}

/** The account itself. https://www.twilio.com/docs/iam/api/account */
export const account: readonly Route[] = [{ method: "GET", path: ".json", answer: fetchAccount }];
