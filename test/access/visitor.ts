import { request, type IncomingHttpHeaders } from "node:http";

/** What was answered; JSON is parsed, problems too. */
export type Answered = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: unknown };
export type Asked = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

/** Asks with headers that fetch would not send. */
export function ask(url: string, method: string, path: string, { headers = {}, body }: Asked = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const type = sent === undefined ? {} : { "Content-Type": "application/json" };
    const asked = request(url + path, { method, headers: { ...type, ...headers } }, (response) => {
      // Events go on for as long as somebody listens.
      if (/event-stream/.test(response.headers["content-type"] ?? "")) {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: undefined });
        response.destroy();
        return;
      }
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => {
        const json = /json/.test(response.headers["content-type"] ?? "");
        const read: unknown = json ? JSON.parse(text) : text;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: read });
      });
    });
    asked.on("error", reject);
    asked.end(sent);
  });
}

/** A browser at Holdfast's own pages: it keeps cookies, and says where a request comes from. */
export type Visitor = {
  /** The session's secret, as the browser keeps it. */
  cookie: string | undefined;
  readonly ask: (method: string, path: string, asked?: Asked) => Promise<Answered>;
};

/** A browser that nobody has signed in on. */
export function visitor(url: () => string, from = "192.0.2.1"): Visitor {
  const self: Visitor = {
    cookie: undefined,
    async ask(method, path, { headers = {}, body } = {}) {
      const cookie = self.cookie === undefined ? {} : { Cookie: self.cookie };
      const answered = await ask(url(), method, path, {
        headers: { "X-Forwarded-For": from, "Sec-Fetch-Site": "same-origin", ...cookie, ...headers },
        ...(body === undefined ? {} : { body }),
      });
      const [given] = answered.headers["set-cookie"] ?? [];
      if (given !== undefined) self.cookie = /=;|Max-Age=0/.test(given) ? undefined : given.split(";")[0];
      return answered;
    },
  };
  return self;
}
