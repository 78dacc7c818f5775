import { checkActive } from "../standing.ts";
import { RestFault, type RestAnswer, type RestRequest, type Switchboard } from "../switchboard.ts";
import { account } from "./account.ts";
import { notFound, refused } from "./answer.ts";
import { calls } from "./calls.ts";
import { conferences } from "./conferences.ts";
import { checkCredentials } from "./credentials.ts";
import { messages } from "./messages.ts";
import { numbers } from "./numbers.ts";
import { parameters } from "./parameters.ts";
import { permissionOf, permissionPath } from "./permissions.ts";
import { participants } from "./participants.ts";
import { queues } from "./queues.ts";
import { recordings } from "./recordings.ts";
import { pathPattern } from "./route.ts";

const routes = [account, calls, recordings, queues, conferences, participants, messages, numbers]
  .flat()
  .map((route) => ({ ...route, pattern: pathPattern(route.path) }));

/** Finds the request's route; refuses 404 for a path that is none, 405 for one that has other methods. */
function routed(method: string, path: string) {
  const there = routes
    .map((route) => ({ route, found: route.pattern.exec(path) }))
    .filter(({ found }) => found !== null);
  const match = there.find(({ route }) => route.method === method);
  if (match) return { route: match.route, ids: (match.found ?? []).slice(1).map(decodeURIComponent) };
  throw there.length === 0 ? notFound(path) : new RestFault(405, 20004, `Method ${method} not allowed`);
}

function answerRequest(switchboard: Switchboard, request: RestRequest): RestAnswer {
  checkCredentials(switchboard, request.authorization);
  const [, country] = permissionPath.exec(request.path) ?? [];
  if (request.method === "GET" && country !== undefined) return permissionOf(switchboard, country);
  const own = `/2010-04-01/Accounts/${switchboard.accountSid}`;
  if (!request.path.startsWith(own)) throw notFound(request.path);
  // Whoever has been suspended can still read that.
  const within = request.path.slice(own.length);
  if (within !== ".json") checkActive(switchboard.standing());
  const { route, ids } = routed(request.method, within);
  const [first = "", second = ""] = ids;
  const query = request.query.toString();
  return route.answer({
    switchboard,
    account: own,
    uri: query === "" ? request.path : `${request.path}?${query}`,
    ids: [first, second],
    query: parameters(request.query),
    form: parameters(request.form),
  });
}

/** Answers one request to the REST API over the switchboard; never throws: what goes wrong is Twilio's error body. */
export function answerRest(switchboard: Switchboard, request: RestRequest): RestAnswer {
  try {
    return answerRequest(switchboard, request);
  } catch (error) {
    if (error instanceof RestFault) return refused(error);
    if (error instanceof URIError) return refused(notFound(request.path));
    return refused(new RestFault(500, 20500, `Internal Server Error: ${String(error)}`));
  }
}
