import express from "express";
import request from "supertest";
import { describe, expect, test } from "vitest";
import { readTwiml, type Realm } from "../../src/exchange/twiml/read.ts";
import { createLog } from "../../src/log.ts";
import type { Apology } from "../../src/twilio/apology.ts";
import { errorHandler, notFound } from "../../src/web/errors.ts";
import { numberUrls, paths, urlsOf } from "../../src/web/paths.ts";
import { afterApology } from "../../src/web/sorry.ts";
import { throughDoor, twilioDoor } from "../../src/web/twilio-door.ts";
import { served } from "./served.ts";

const publicUrl = "https://phone.example.com/";
const sentence = { text: "Something went wrong on our side.", locale: "en-US", voice: "Polly.Joanna-Neural" };
const apology: Apology = {
  sentence,
  number: "+12125550199",
  then: numberUrls(publicUrl).apology,
  urls: urlsOf(publicUrl, "", () => ""),
};

/** An app of which everything fails, with what it logs. */
async function failing(failure: unknown, sorry: Apology = apology) {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const options = { log, publicUrl, apology: () => sorry };
  const app = express();
  app.post(
    paths.apology,
    throughDoor(
      twilioDoor(
        () => true,
        () => {},
      ),
    ),
    afterApology(log, sorry.then),
  );
  app.use("/broken", (_request, response) => {
    response.write("a");
    throw failure;
  });
  app.use("/missing", notFound(options));
  app.use((_request, _response, next) => next(failure));
  app.use(errorHandler(options));
  return { server: await served(app), lines };
}

const documents: readonly (readonly [string, Realm, readonly string[]])[] = [
  [paths.voice, "call", ["Say", "Dial"]],
  ["/twilio/call/CA1/caller/3/answer", "call", ["Pause", "Redirect"]],
  ["/twilio/call/CA1/caller/3/answer", "queue-wait", ["Pause", "Redirect"]],
  ["/twilio/call/CA1/caller/3/next", "call", ["Pause", "Redirect"]],
  ["/twilio/call/CA1/caller/3/next?again=1", "call", ["Say", "Dial"]],
  ["/twilio/call/CA1/r1/3/rung?again=1", "call", ["Say", "Hangup"]],
  ["/twilio/call/CA1/r1/3/parted", "call", ["Say", "Hangup"]],
  ["/twilio/call/CA1/caller/3/recorded", "call", ["Say", "Dial"]],
  ["/twilio/call/CA1/caller/3/left", "call", ["Say", "Dial"]],
  ["/twilio/call/CA1/caller/3/wait", "queue-wait", ["Pause"]],
  ["/twilio/call/CA1/caller/3/held", "conference-wait", ["Pause", "Redirect"]],
  [paths.room, "conference-wait", ["Pause", "Redirect"]],
  [paths.status, "call", []],
  ["/twilio/leg/CA1/r1", "call", []],
  [paths.sms, "sms", []],
];

describe("a failure under /twilio", () => {
  test.each(documents)("at %s is answered with what Twilio runs in a %s: %j", async (path, realm, verbs) => {
    const { server } = await failing(new Error("disk on fire"));
    const answer = await request(server).post(path).expect(200);
    const reading = readTwiml(answer.text, answer.headers["content-type"], realm);
    if (!("verbs" in reading)) throw new Error(JSON.stringify(reading));
    expect(reading.verbs.map(({ name }) => name)).toEqual(verbs);
    expect(reading.warnings).toEqual([]);
    expect(answer.text).not.toContain("fire");
  });

  test("tells what waits in a room to ask again", async () => {
    const { server } = await failing(new Error("disk on fire"));
    const { text } = await request(server).post(`${paths.room}?a=1`);
    expect(text).toContain('<Redirect method="POST">https://phone.example.com/twilio/room?a=1</Redirect>');
  });

  test("leads to a recording where there is no person to ring", async () => {
    const { server } = await failing(new Error("disk on fire"), { ...apology, number: undefined });
    const { text } = await request(server).post(paths.voice);
    expect(text).not.toContain("<Dial");
    expect(text).toContain(
      `<Record action="https://phone.example.com${paths.apology}#rc=2&amp;rp=ct,rt,5xx&amp;ct=3000&amp;rt=4000"`,
    );
  });

  test("is logged", async () => {
    const { server, lines } = await failing(new Error("disk on fire"));
    await request(server).post(paths.voice);
    expect(lines.join("")).toMatch(/"level":50.*disk on fire/);
  });

  test("is asked again once, and then apologised for", async () => {
    const { server } = await failing(new Error("disk on fire"));
    const { text } = await request(server).post("/twilio/call/CA1/caller/3/answer");
    const asked = /<Redirect method="POST">(?<url>[^<]+)</.exec(text)?.groups?.["url"] ?? "";
    const { pathname, search, origin } = new URL(asked);
    expect(origin).toBe("https://phone.example.com");
    expect((await request(server).post(pathname + search)).text).toContain("<Dial");
  });
});

/** What is answered, and logged, when the dial or the recording of an apology has ended. */
const after = async (form: Record<string, string>) => {
  const { server, lines } = await failing(new Error("disk on fire"));
  const { text } = await request(server)
    .post(paths.apology)
    .set("X-Twilio-Signature", "signed")
    .type("form")
    .send(form)
    .expect(200);
  return { text, lines };
};

describe("after an apology", () => {
  test.each(["busy", "no-answer", "failed"])(
    "a caller whose dial ended with %s may leave a message",
    async (status) => {
      expect((await after({ DialCallStatus: status })).text).toMatch(/<Record action="https:\/\/phone\.example\.com/);
    },
  );

  test("a caller who spoke with somebody is done", async () => {
    expect((await after({ DialCallStatus: "completed" })).text).toContain("<Response><Hangup/></Response>");
  });

  test("a message that was left is told in the log, and not where it is", async () => {
    const RecordingUrl = "https://api.twilio.com/recordings/RE1";
    const { text, lines } = await after({ RecordingUrl, RecordingDuration: "4" });
    expect(text).toContain("<Response><Hangup/></Response>");
    expect(lines.join("")).toMatch(/"level":50.*left a message/);
    expect(lines.join("")).not.toContain("RE1");
  });
});

describe("a failure under /api", () => {
  test.each([
    [new Error("secret"), 500, { type: "about:blank", title: "Internal Server Error", status: 500 }],
    ["a string", 500, { type: "about:blank", title: "Internal Server Error", status: 500 }],
    [
      Object.assign(new Error("no such rep"), { status: 404 }),
      404,
      { type: "about:blank", title: "Not Found", status: 404, detail: "no such rep" },
    ],
    [
      Object.assign(new Error("odd"), { status: 700 }),
      500,
      { type: "about:blank", title: "Internal Server Error", status: 500 },
    ],
  ])("of %j is a problem with status %i", async (failure, status, problem) => {
    const { server } = await failing(failure);
    const answer = await request(server).get("/api/reps").expect(status);
    expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(answer.text)).toEqual(problem);
  });
});

describe("a failure elsewhere", () => {
  test("is a word of text that gives nothing away", async () => {
    const { server } = await failing(new Error("secret"));
    const answer = await request(server).get("/desk").expect(500);
    expect([answer.type, answer.text]).toEqual(["text/plain", "Internal Server Error\n"]);
  });

  test("in the middle of an answer cuts it off", async () => {
    const { server, lines } = await failing(new Error("too late"));
    await expect(request(server).get("/broken")).rejects.toThrow("aborted");
    expect(lines.join("")).toContain("too late");
  });
});

test("what no route answers is not found", async () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const server = await served(express().use(notFound({ log, publicUrl, apology: () => apology })));
  expect((await request(server).get("/nowhere").expect(404)).text).toBe("Not Found\n");
  expect((await request(server).get("/api/nowhere").expect(404)).type).toBe("application/problem+json");
  expect((await request(server).post("/twilio/nowhere").expect(200)).text).toContain("<Dial");
  expect(lines.join("")).toContain("/twilio/nowhere");
});
