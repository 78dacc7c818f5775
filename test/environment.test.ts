import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, test } from "vitest";
import { readEnvironment } from "../src/environment.ts";

const sid = `AC${"0".repeat(32)}`;
const account = { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: "token", PUBLIC_URL: "https://phone.example.com" };
const environment = (variables: NodeJS.ProcessEnv) => {
  const read = readEnvironment(variables);
  return "environment" in read ? read.environment : read;
};
/** The variables that are at fault, in order. */
const faulty = (variables: NodeJS.ProcessEnv) => {
  const read = readEnvironment(variables);
  return "faults" in read ? read.faults.map((fault) => fault.split(":")[0]) : [];
};

describe("the environment", () => {
  const demo = {
    port: 3000,
    publicUrl: "http://localhost:3000",
    routingFile: "config/routing.json",
    dataDir: "data",
    logLevel: "info",
  };

  test("needs nothing for demo mode", () => expect(environment({})).toEqual(demo));

  test("takes what is set to nothing as not set", () => {
    const example = parseEnv(readFileSync(".env.example", "utf8"));
    expect(environment(example)).toEqual(demo);
    expect(Object.keys(example)).toHaveLength(20);
  });

  test("with an account is live", () => {
    expect(environment({ ...account, PORT: "8080", PUBLIC_URL: "https://phone.example.com/a/" })).toMatchObject({
      port: 8080,
      publicUrl: "https://phone.example.com/a",
      account: { sid, authTokens: ["token"] },
    });
  });

  test("takes two tokens during a rotation", () => {
    expect(environment({ ...account, TWILIO_AUTH_TOKEN: "new, old" })).toMatchObject({
      account: { authTokens: ["new", "old"] },
    });
  });

  test("may be plain http where Twilio is a test double", () => {
    const double = { ...account, PUBLIC_URL: "http://127.0.0.1:3000", TWILIO_API_URL: "http://127.0.0.1:4000/" };
    expect(environment(double)).toMatchObject({ account: { apiUrl: "http://127.0.0.1:4000" } });
  });

  const issuer = { OIDC_ISSUER: "https://login.example.com/office", OIDC_CLIENT_ID: "phone" };

  test("names an issuer by its host, where nothing else is said of it", () => {
    expect(environment(issuer)).toMatchObject({
      oidc: { issuer: issuer.OIDC_ISSUER, clientId: "phone", name: "login.example.com", only: false },
    });
  });

  test.each<[string, NodeJS.ProcessEnv, readonly string[]]>([
    ["an issuer in the clear", { ...issuer, OIDC_ISSUER: "http://login.example.com" }, ["OIDC_ISSUER"]],
    ["an issuer's document", { ...issuer, OIDC_ISSUER: `${issuer.OIDC_ISSUER}/.well-known/x` }, ["OIDC_ISSUER"]],
    ["an issuer that knows us by nothing", { ...issuer, OIDC_CLIENT_ID: "" }, ["OIDC_CLIENT_ID"]],
    ["no other way in than an issuer that is not named", { OIDC_ONLY: "yes" }, ["OIDC_ISSUER"]],
    ["an account without its token", { ...account, TWILIO_AUTH_TOKEN: "" }, ["TWILIO_AUTH_TOKEN"]],
    ["a token without its account", { TWILIO_AUTH_TOKEN: "token" }, ["TWILIO_ACCOUNT_SID"]],
    ["an account that Twilio cannot reach us for", { ...account, PUBLIC_URL: "" }, ["PUBLIC_URL"]],
    ["an account in the clear", { ...account, PUBLIC_URL: "http://phone.example.com" }, ["PUBLIC_URL"]],
    ["another API without an account", { TWILIO_API_URL: "http://127.0.0.1:4000" }, ["TWILIO_API_URL"]],
    ["a SID that is none", { ...account, TWILIO_ACCOUNT_SID: "SK1" }, ["TWILIO_ACCOUNT_SID"]],
    ["three tokens", { ...account, TWILIO_AUTH_TOKEN: "a,b,c" }, ["TWILIO_AUTH_TOKEN"]],
    ["half a rotation", { ...account, TWILIO_AUTH_TOKEN: "a," }, ["TWILIO_AUTH_TOKEN"]],
    ["an address with a query", { PUBLIC_URL: "https://phone.example.com/?a=1" }, ["PUBLIC_URL"]],
    ["a host with an underscore", { PUBLIC_URL: "https://my_phone.example.com" }, ["PUBLIC_URL"]],
    ["an address that is none", { PUBLIC_URL: "phone.example.com" }, ["PUBLIC_URL"]],
    ["a port that is none", { PORT: "80x" }, ["PORT"]],
    ["a port too high", { PORT: "65536" }, ["PORT"]],
    ["PostgreSQL", { DATABASE_URL: "postgres://localhost" }, ["DATABASE_URL"]],
    ["a log level that is none", { LOG_LEVEL: "loud" }, ["LOG_LEVEL"]],
    ["a mail server that is none", { SMTP_URL: "https://mail.example.com" }, ["SMTP_URL"]],
    [
      "several at once",
      { PORT: "x", LOG_LEVEL: "loud", TWILIO_ACCOUNT_SID: sid },
      ["PORT", "LOG_LEVEL", "TWILIO_AUTH_TOKEN", "PUBLIC_URL"],
    ],
  ])("does not hold with %s", (_what, variables, expected) => expect(faulty(variables)).toEqual(expected));
});
