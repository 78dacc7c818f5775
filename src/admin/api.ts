/** What the API answered where it did not do what was asked: its status, and its sentence for a person. */
export class ApiProblem extends Error {
  readonly status: number;
  /** What is wrong with each field, by its path. */
  readonly fields: Readonly<Record<string, string>>;
  constructor(status: number, detail: string, fields: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.name = "ApiProblem";
    this.status = status;
    this.fields = fields;
  }
}

/** Asks the API, with a JSON body where there is one. Throws ApiProblem; and TypeError where nobody answers. */
export async function ask(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const answer = await fetch(path, {
    method,
    credentials: "same-origin",
    headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return readOf(answer);
}

/** Reads a thing of the API, and the tag by which a change says that this was read. Throws as `ask` does. */
export async function readTagged(path: string): Promise<{ readonly body: unknown; readonly tag: string }> {
  const answer = await fetch(path, { credentials: "same-origin" });
  return { body: await readOf(answer), tag: answer.headers.get("ETag") ?? "*" };
}

async function readOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  const read: unknown = /json/.test(answer.headers.get("content-type") ?? "") ? JSON.parse(text) : undefined;
  if (!answer.ok)
    throw new ApiProblem(answer.status, detailOf(read) ?? `${answer.status} ${answer.statusText}`, fieldsOf(read));
  return read;
}

function detailOf(problem: unknown): string | undefined {
  if (typeof problem !== "object" || problem === null) return undefined;
  if ("detail" in problem && typeof problem.detail === "string") return problem.detail;
  return "title" in problem && typeof problem.title === "string" ? problem.title : undefined;
}

function fieldsOf(problem: unknown): Record<string, string> {
  const errors =
    typeof problem === "object" && problem && "errors" in problem && Array.isArray(problem.errors)
      ? (problem.errors as readonly { readonly path: string; readonly sentence: string }[])
      : [];
  return Object.fromEntries(errors.map(({ path, sentence }) => [path, sentence]));
}

/** What went wrong, and what to do, in a sentence for a person. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.message;
  if (error instanceof TypeError)
    return "Holdfast does not answer. See that it is running and that you are online, then try again.";
  return error instanceof Error ? error.message : String(error);
}

/** Whether this server plays the telephone network itself. */
export const demo = document.querySelector('meta[name="holdfast-mode"]')?.getAttribute("content") === "demo";
