import { expect, test } from "vitest";
import { examplesOf, openApiFaults } from "./openapi.ts";

const sid = (prefix: string) => prefix + "a".repeat(32);
const account = `/2010-04-01/Accounts/${sid("AC")}`;
const lists = ["Calls", "Queues", "Conferences", "Messages", "IncomingPhoneNumbers", "Recordings"];
const operations = [
  ...lists.map((list) => ["GET", `${account}/${list}.json`, 200] as const),
  ["POST", `${account}/Calls.json`, 201],
  ["GET", `${account}/Calls/${sid("CA")}.json`, 200],
  ["GET", `${account}/Queues/${sid("QU")}/Members.json`, 200],
  ["GET", `${account}/Conferences/${sid("CF")}/Participants/${sid("CA")}.json`, 200],
] as const;
/** Twilio's example of deleted recordings has its dates in another format than Twilio documents. */
const inconsistent = "readIncludeSoftDeleted";
const examples = operations.flatMap(([method, path, status]) =>
  examplesOf(method, path, status)
    .filter(([name]) => name !== inconsistent)
    .map(([name, answer]) => ({ name, method, path, status, answer })),
);

test("Twilio's description has examples of its answers", () => {
  expect(examples.length).toBeGreaterThan(20);
});

test.each(examples)("Twilio's own example $name of $method $path conforms", ({ method, path, status, answer }) => {
  const form = method === "POST" ? "To=%2B12125550001&From=%2B12125550002" : "";
  expect(openApiFaults([{ method, path, form, status, answer }])).toEqual([]);
});

const calls = `${account}/Calls.json`;
const [, created = ""] = examplesOf("POST", calls, 201)[0] ?? [];
const create = (form: string) => openApiFaults([{ method: "POST", path: calls, form, status: 201, answer: created }]);
const both = "To=%2B12125550001&From=%2B12125550002";

test.each([
  ["a repeated key is a list", `${both}&StatusCallbackEvent=ringing&StatusCallbackEvent=answered`, true],
  ["To is required", "From=%2B12125550002", false],
  ["To is given once", `${both}&To=%2B12125550003`, false],
  ["a name is known", `${both}&Tone=kind`, false],
  ["Timeout is a number", `${both}&Timeout=soon`, false],
  ["Method is GET or POST", `${both}&Method=PUT`, false],
  ["a URL is absolute", `${both}&Url=/voice`, false],
  ["a trunk is a SID", `${both}&Byoc=trunk`, false],
])("a form: %s", (_rule, form, conforms) => {
  expect(create(form).length === 0).toBe(conforms);
});

const refuse = (answer: object) =>
  openApiFaults([{ method: "POST", path: calls, form: "", status: 400, answer: JSON.stringify(answer) }]);
const error = { code: 21201, message: "No To", more_info: "https://www.twilio.com/docs/errors/21201", status: 400 };

test("a refusal has Twilio's error body, with the status that was sent", () => {
  expect(refuse(error)).toEqual([]);
  expect(refuse({ ...error, status: 404 })).toHaveLength(1);
  expect(refuse({ ...error, more_info: "ask" })).toHaveLength(1);
  expect(refuse({ message: "no" })).not.toEqual([]);
});

test("an answer has each of its properties and no other", () => {
  const answer = { ...(JSON.parse(created) as object), mood: "good", sid: undefined };
  const faults = openApiFaults([
    { method: "POST", path: calls, form: both, status: 201, answer: JSON.stringify(answer) },
  ]);
  expect(faults).toHaveLength(2);
});

test("a path or a status that Twilio does not have is found", () => {
  const exchange = { method: "GET", path: `${account}/Tunes.json`, form: "", status: 200, answer: "{}" };
  expect(openApiFaults([exchange])).toHaveLength(1);
  expect(openApiFaults([{ ...exchange, path: calls, status: 202 }])).toHaveLength(1);
});
