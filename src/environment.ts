import { z } from "zod";
import { isUrl, set, unset } from "./environment-fields.ts";
import { oidcFaults, oidcOf, oidcVariables } from "./environment-oidc.ts";
import type { OidcSettings } from "./web/people/oidc/settings.ts";

/** What the surroundings decide. Without an account it is demo mode; its calls are played by the built-in exchange. */
export type Environment = {
  readonly port: number;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** `authTokens` has two during a rotation; the first is used for asking, any for checking. */
  readonly account?: {
    readonly sid: string;
    readonly authTokens: readonly [string, ...string[]];
    readonly apiUrl?: string;
  };
  readonly routingFile: string;
  readonly dataDir: string;
  readonly logLevel: (typeof levels)[number];
  readonly smtpUrl?: string;
  /** Unset: people sign in by a password alone. */
  readonly oidc?: OidcSettings;
};

const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const isAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && isUrl(text, "http:", "https:") && url.search + url.hash + url.username === "";
};
const Address = z
  .string()
  .refine(isAddress, "write an address such as https://phone.example.com, without a query, a fragment or a user name")
  .refine(
    (text) => !URL.parse(text)?.hostname.includes("_"),
    "Twilio refuses host names with an underscore; use another",
  )
  .transform((text) => text.replace(/\/+$/, ""));

const Variables = z.object({
  PORT: set(
    z
      .string()
      .default("3000")
      .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, "write a port number from 0 to 65535")
      .transform(Number),
  ),
  PUBLIC_URL: set(Address.optional()),
  TWILIO_ACCOUNT_SID: set(
    z
      .string()
      .regex(/^AC[0-9a-f]{32}$/, "copy the Account SID from the Twilio console: AC and 32 digits or letters a to f")
      .optional(),
  ),
  TWILIO_AUTH_TOKEN: set(
    z
      .string()
      .transform((text) => text.split(",").map((token) => token.trim()))
      .refine(
        (tokens) => tokens.every((token) => /^[\x21-\x7e]+$/.test(token)),
        "copy the auth token from the Twilio console as it stands",
      )
      .refine(
        (tokens) => tokens.length <= 2,
        "write one auth token, or during a rotation two, with a comma between them",
      )
      .optional(),
  ),
  TWILIO_API_URL: set(Address.optional()),
  ROUTING_FILE: set(z.string().default("config/routing.json")),
  DATA_DIR: set(z.string().default("data")),
  DATABASE_URL: set(z.undefined("PostgreSQL is not supported yet; leave it unset, and the data is kept in DATA_DIR")),
  LOG_LEVEL: set(z.enum(levels, `write one of ${levels.join(", ")}`).default("info")),
  SMTP_URL: set(
    z
      .string()
      .refine(
        (text) => isUrl(text, "smtp:", "smtps:"),
        "write an address such as smtps://name:password@mail.example.com",
      )
      .optional(),
  ),
  ...oidcVariables,
});
type Variables = z.infer<typeof Variables>;
const SomeVariables = Variables.partial();
type SomeVariables = z.infer<typeof SomeVariables>;

/** What one variable cannot know of another. */
function* faultsBetween(given: SomeVariables): Generator<string> {
  const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token, TWILIO_API_URL: api, PUBLIC_URL: url } = given;
  if (sid && !token)
    yield "TWILIO_AUTH_TOKEN: is missing; TWILIO_ACCOUNT_SID is set, and its token stands beside it in the console";
  if (token && !sid)
    yield "TWILIO_ACCOUNT_SID: is missing; TWILIO_AUTH_TOKEN is set, and the account stands beside it in the console";
  if (api && !sid)
    yield "TWILIO_API_URL: is set without TWILIO_ACCOUNT_SID; set the account too, or neither for demo mode";
  if (sid && !url) yield "PUBLIC_URL: is missing; write the https address at which Twilio reaches this server";
  if (sid && url && !api && !url.startsWith("https:"))
    yield "PUBLIC_URL: begins with http:, but calls are not to be sent in the clear; write the https address";
  yield* oidcFaults(given);
}

/** The variables that hold by themselves; those that do not are absent. */
function soundOf(variables: NodeJS.ProcessEnv, faulty: ReadonlySet<string>): SomeVariables {
  const sound = Object.fromEntries(Object.entries(variables).filter(([name]) => !faulty.has(name)));
  return SomeVariables.safeParse(sound).data ?? {};
}

function environmentOf(given: Variables): Environment {
  const [token, ...others] = given.TWILIO_AUTH_TOKEN ?? [];
  const { TWILIO_ACCOUNT_SID: sid, TWILIO_API_URL: apiUrl } = given;
  const oidc = oidcOf(given);
  return {
    port: given.PORT,
    publicUrl: given.PUBLIC_URL ?? `http://localhost:${given.PORT}`,
    ...(sid && token && { account: { sid, authTokens: [token, ...others], ...(apiUrl && { apiUrl }) } }),
    routingFile: given.ROUTING_FILE,
    dataDir: given.DATA_DIR,
    logLevel: given.LOG_LEVEL,
    ...(given.SMTP_URL && { smtpUrl: given.SMTP_URL }),
    ...(oidc && { oidc }),
  };
}

/** The variables with the account that was connected on the page, where they name none: they win. */
export function withKeptAccount(
  variables: NodeJS.ProcessEnv,
  account: { readonly sid: string; readonly authToken: string } | undefined,
): { readonly variables: NodeJS.ProcessEnv; readonly accountFrom: "environment" | "page" } {
  const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token } = variables;
  if (!account || unset(sid) !== undefined || unset(token) !== undefined)
    return { variables, accountFrom: "environment" };
  const kept = { TWILIO_ACCOUNT_SID: account.sid, TWILIO_AUTH_TOKEN: account.authToken };
  return { variables: { ...variables, ...kept }, accountFrom: "page" };
}

/** Reads the environment; where it does not hold, every fault is a line that names the variable and says what to do. */
export function readEnvironment(
  variables: NodeJS.ProcessEnv,
): { readonly environment: Environment } | { readonly faults: readonly string[] } {
  const read = Variables.safeParse(variables);
  const single = read.error?.issues ?? [];
  const faulty = new Set(single.map(({ path }) => String(path[0])));
  const between = [...faultsBetween(read.data ?? soundOf(variables, faulty))].filter(
    (fault) => !faulty.has(fault.split(":")[0] ?? ""),
  );
  const faults = [...single.map(({ path, message }) => `${String(path[0])}: ${message}`), ...between];
  return read.data && faults.length === 0 ? { environment: environmentOf(read.data) } : { faults };
}
