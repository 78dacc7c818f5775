/** A browser that goes from site to site, with the cookies of each. */
export type Wanderer = {
  /** Asks without following where it is sent. */
  readonly goes: (url: string, form?: Readonly<Record<string, string>>) => Promise<Response>;
  /** What it keeps of a site, as it would send it. */
  readonly cookies: (url: string) => string;
  /** Takes over what another keeps. */
  readonly robs: (other: Wanderer, url: string) => void;
  /** Goes from the house to the issuer and signs in there, or turns back (`cancel`); the address that it is sent back to, not asked yet. */
  readonly signsInAt: (house: string, sub: string) => Promise<URL>;
  /** Comes back to the house: where it is sent from there. */
  readonly comesBack: (url: URL | string) => Promise<string>;
  /** All of it. */
  readonly comesIn: (house: string, sub: string) => Promise<string>;
};

/** A browser with no cookies yet. `from`: the address that a proxy says it has. */
export function wanderer(from = "192.0.2.1"): Wanderer {
  const kept = new Map<string, Map<string, string>>();
  const jarOf = (url: string) => {
    const { origin } = new URL(url);
    return kept.get(origin) ?? kept.set(origin, new Map()).get(origin) ?? new Map<string, string>();
  };
  const self: Wanderer = {
    async goes(url, form) {
      const jar = jarOf(url);
      const answer = await fetch(url, {
        redirect: "manual",
        headers: { Cookie: self.cookies(url), "X-Forwarded-For": from, Accept: "text/html" },
        ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (value === "" || /expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(name);
        else jar.set(name, value);
      }
      return answer;
    },
    cookies: (url) => Array.from(jarOf(url), ([name, value]) => `${name}=${value}`).join("; "),
    robs(other, url) {
      for (const pair of other.cookies(url).split("; "))
        jarOf(url).set(pair.split("=")[0] ?? "", pair.split("=")[1] ?? "");
    },
    async signsInAt(house, sub) {
      let url = `${house}/api/sign-in/oidc`;
      let answer = await self.goes(url);
      for (let steps = 0; steps < 10; steps++) {
        const location = answer.headers.get("Location");
        if (location === null) {
          answer = await self.goes(url, sub === "cancel" ? { cancel: "" } : { sub });
          continue;
        }
        url = new URL(location, url).href;
        if (url.startsWith(house)) return new URL(url);
        answer = await self.goes(url);
      }
      throw new Error(`it is sent from here to there, last to ${url}`);
    },
    async comesBack(url) {
      const answer = await self.goes(String(url));
      return answer.headers.get("Location") ?? `${answer.status}: ${await answer.text()}`;
    },
    comesIn: async (house, sub) => self.comesBack(await self.signsInAt(house, sub)),
  };
  return self;
}
