import type { Callback } from "../callback/callback.ts";
import { nameOf, timeFor, zoneFor } from "../callback/tell.ts";
import type { Standing } from "../hold/news.ts";
import { localeOf } from "../routing/prompts.ts";
import type { Instant, LanguageCode, Routing } from "../routing/routing.ts";
import { documentOf, html, type Html } from "./receipt-html.ts";
import { howItStands, speaking } from "./receipt-words.ts";

/** What a page shows: a return call as it stands, for its customer. */
export type Seen = {
  readonly callback: Callback;
  readonly standing?: Standing | undefined;
  readonly routing: Routing;
  readonly now: Instant;
};

/** A page that was looked at a minute ago is asked for again. */
const renewEvery = 60;

/** The return call as it stands, and what can be done about it. `news`: a prompt that says what has just been done, or not. */
export function receiptPage(seen: Seen, note?: { readonly prompt: string; readonly good: boolean }): string {
  const { callback, routing, now } = seen;
  const say = speaking(routing, callback.language);
  const { headline, means, late } = howItStands(seen);
  const busy = ["ringing", "live", "talking"].includes(callback.state.at);
  const at = timeFor(callback, now, routing, now, { written: true });
  return page(seen, {
    renewEvery,
    body: html` ${note && html`<p class="note${note.good && " good"}" role="status">${say(note.prompt)}</p>`}
      <section class="card">
        ${late && html`<p class="note">${say("page-late")}</p>`}
        <h1>${headline}</h1>
        ${means.map((one) => html`<p class="how">${one}</p>`)} ${newsOf(seen)} ${facts(seen)}
      </section>
      ${!busy && actions(seen)}
      <p class="fresh">${say("page-fresh", { time: at })}</p>`,
  });
}

function newsOf({ callback, routing, now }: Seen): Html | undefined {
  const { news, language } = callback;
  if (!news) return undefined;
  const say = speaking(routing, language);
  const at = timeFor(callback, news.at, routing, now, { written: true });
  const by = news.rep === undefined ? at : say("page-news-by", { rep: nameOf(news.rep, routing), at });
  return html`<blockquote>
    <p>${news.text}</p>
    <small>${say("page-news")}: ${by}</small>
  </blockquote>`;
}

function facts({ callback, routing }: Seen): Html {
  const { code, to, queue, language } = callback;
  const say = speaking(routing, language);
  const name = routing.queues[queue]?.name;
  return html`<dl>
    ${
      name !== undefined &&
      html`<dt>${say("page-about")}</dt>
        <dd>${say(name)}</dd>`
    }
    <dt>${say("page-number")}</dt>
    <dd>${say("page-digits", { digits: to.slice(-2) })}</dd>
    <dt>${say("page-receipt")}</dt>
    <dd class="code">${code.slice(0, 3)} ${code.slice(3)}</dd>
  </dl>`;
}

function actions({ callback, routing }: Seen): Html {
  const { code, from, language } = callback;
  const say = speaking(routing, language);
  return html`<nav class="does">
    <a class="do main" href="/c/${code}?ask=move">${say("page-move")}</a>
    <a class="do" href="tel:${from}">${say("page-call")}</a>
    <p>${say("page-call-how")}</p>
    <a class="do stop" href="/c/${code}?ask=cancel">${say("page-cancel")}</a>
  </nav>`;
}

/** Which time instead, of those that can be kept. */
export function movePage(seen: Seen, times: readonly Instant[], taken = false): string {
  const { callback, routing, now } = seen;
  const { code, language, kind } = callback;
  const say = speaking(routing, language);
  const by = kind === "promised";
  const options = times.map(
    (time, index) =>
      html`<label
        ><input type="radio" name="time" value="${time}" ${index === 0 && html`checked`} required /><span
          >${timeFor(callback, time, routing, now, { by, written: true })}</span
        ></label
      >`,
  );
  const zone = zoneName(zoneFor(callback, routing), localeOf(routing, language), now);
  return page(seen, {
    body: html` ${taken && html`<p class="note" role="alert">${say("page-taken")}</p>`}
      <section class="card">
        <h1>${say("page-move-ask")}</h1>
        ${
          times.length === 0
            ? html`<p class="how">${say("page-move-none")}</p>`
            : html`<p class="how">${say("page-move-zone", { zone })}</p>
                <form method="post" action="/c/${code}">
                  <input type="hidden" name="do" value="move" />
                  <fieldset>${options}</fieldset>
                  <button class="do main">${say("page-move-do")}</button>
                </form>`
        }
      </section>
      <nav class="does"><a class="do" href="/c/${code}">${say("page-keep")}</a></nav>`,
  });
}

/** Whether it is really to be cancelled. */
export function cancelPage(seen: Seen): string {
  const { code, language, kind } = seen.callback;
  const say = speaking(seen.routing, language);
  const how = say("page-cancel-how", { place: kind === "place" ? "yes" : "no" });
  return page(seen, {
    body: html` <section class="card">
        <h1>${say("page-cancel-ask")}</h1>
        <p class="how">${how}</p>
      </section>
      <div class="does">
        <form method="post" action="/c/${code}">
          <input type="hidden" name="do" value="cancel" /> <button class="do stop">${say("page-cancel-do")}</button>
        </form>
        <a class="do main" href="/c/${code}">${say("page-keep")}</a>
      </div>`,
  });
}

/** It is over, at the customer's own wish. */
export function cancelledPage({ callback, routing }: Pick<Seen, "callback" | "routing">): string {
  return plainPage(routing, callback.language, "page-cancelled");
}

/** A headline and a sentence, by the name of their prompts; nothing is known of whoever reads them but the language. */
export function plainPage(
  routing: Routing,
  language: LanguageCode,
  prompt: string,
  args: Readonly<Record<string, number>> = {},
): string {
  const say = speaking(routing, language);
  const headline = say(prompt, args);
  return documentOf({
    language,
    business: routing.business.name,
    title: headline,
    body: html`<section class="card">
      <h1>${headline}</h1>
      <p class="how">${say(`${prompt}-how`, args)}</p>
    </section>`,
  });
}

function page({ callback, routing }: Seen, made: { readonly body: Html; readonly renewEvery?: number }): string {
  const title = speaking(routing, callback.language)("page-title");
  return documentOf({ language: callback.language, business: routing.business.name, title, ...made });
}

/** "Eastern Time", as it is said there. */
function zoneName(timeZone: string, locale: string, at: Instant): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longGeneric" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
