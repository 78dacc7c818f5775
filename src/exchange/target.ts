/** An instant on the exchange's clock, in milliseconds since 1970. */
export type Instant = number;
/** How a URL is requested. */
export type HttpMethod = "GET" | "POST";
/** A URL to request with its method; `url` is absolute. */
export type Target = { readonly url: string; readonly method: HttpMethod };
