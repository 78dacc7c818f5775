import { SignInRefused, type Reason } from "./refused.ts";

/** What is wrong where the library throws, by the names that it gives its errors. */
export function faultOf(error: unknown): Reason {
  if (error instanceof SignInRefused) return error.why;
  if (!(error instanceof Error)) return "mismatch";
  const { code, error: said, status } = error as Error & Readonly<Record<string, unknown>>;
  switch (error.name) {
    case "AuthorizationResponseError":
      return turnedBack.has(said) ? "cancelled" : said === "server_error" ? "unreachable" : refusedOurs(said);
    case "ResponseBodyError":
      return typeof status === "number" && status >= 500 ? "unreachable" : refusedOurs(said);
    case "WWWAuthenticateChallengeError":
      return "client";
    case "TypeError":
      // What fetch throws where nobody answers.
      return "unreachable";
    case "ClientError":
      return ofCode(code, error.cause);
    default:
      return "mismatch";
  }
}

/** What an issuer says where the person did not want to, or could not. */
const turnedBack = new Set<unknown>([
  "access_denied",
  "login_required",
  "interaction_required",
  "consent_required",
  "account_selection_required",
]);

/** `invalid_grant`: the code is used, or somebody else's; all else is about what we said of ourselves. */
function refusedOurs(said: unknown): Reason {
  if (said === "temporarily_unavailable") return "unreachable";
  return said === "invalid_grant" ? "mismatch" : "client";
}

function ofCode(code: unknown, cause: unknown): Reason {
  switch (code) {
    case "OAUTH_TIMEOUT":
    case "OAUTH_ABORT":
      return "unreachable";
    case "OAUTH_JWT_TIMESTAMP_CHECK_FAILED":
      return "clock";
    case "OAUTH_RESPONSE_IS_NOT_CONFORM":
      return cause instanceof Response && cause.status >= 500 ? "unreachable" : "unusable";
    case "OAUTH_RESPONSE_IS_NOT_JSON":
    case "OAUTH_PARSE_ERROR":
    case "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED":
    case "OAUTH_HTTP_REQUEST_FORBIDDEN":
    case "OAUTH_MISSING_SERVER_METADATA":
    case "OAUTH_INVALID_SERVER_METADATA":
      return "unusable";
    default:
      return "mismatch";
  }
}

/** What an error and those behind it say, for the log: no code and no token is in it. */
export function toldOf(error: unknown): string {
  const told: string[] = [];
  for (let one: unknown = error; one instanceof Error && told.length < 5; one = one.cause) {
    const { error: said, error_description: more } = one as Error & Readonly<Record<string, unknown>>;
    told.push([one.message, said, more].filter((part) => typeof part === "string" && part !== "").join(", "));
  }
  return told.join(": ");
}
