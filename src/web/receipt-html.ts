import { createHash } from "node:crypto";

/** Text that is markup already; everything else is escaped on its way in. */
export type Html = { readonly html: string };

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Markup with what is put into it escaped; lists are joined, and what is undefined or false is left out. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return { html: parts.map((part, index) => part + (index < values.length ? markup(values[index]) : "")).join("") };
}
type HtmlValue = Html | string | number | false | undefined | readonly Html[];

function markup(value: HtmlValue): string {
  if (value === undefined || value === false) return "";
  if (typeof value === "object") return "html" in value ? value.html : value.map((one) => one.html).join("");
  return String(value).replaceAll(/[&<>"']/g, (character) => escapes[character] ?? "");
}

/** A page of its own: nothing is loaded from anywhere, and nothing runs. `renewEvery`: seconds after which it is asked for again. */
export type Page = {
  readonly language: string;
  readonly business: string;
  readonly title: string;
  readonly body: Html;
  readonly renewEvery?: number;
};

export function documentOf({ language, business, title, body, renewEvery }: Page): string {
  const renew = renewEvery === undefined ? "" : `<meta http-equiv="refresh" content="${renewEvery}">`;
  const name = markup(business);
  return `<!doctype html>
<html lang="${markup(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light dark">
${renew}
<title>${markup(title)} · ${name}</title>
<style>${style}</style>
</head>
<body>
<header>${name}</header>
<main>${body.html}</main>
</body>
</html>
`;
}

const style = `
:root{--ink:#1d2328;--soft:#59646d;--paper:#f4f2ee;--card:#fff;--line:#e2ddd4;--main:#0b6156;--on-main:#fff;--stop:#a3301f;--warn:#fff3d6;--warn-ink:#5d4200;--good:#e0f1ea;--good-ink:#0b4d43}
@media (prefers-color-scheme:dark){:root{--ink:#eceae6;--soft:#a7b0b5;--paper:#14181b;--card:#1d2327;--line:#333c42;--main:#62cdb9;--on-main:#06251f;--stop:#ff9d8a;--warn:#3a2f14;--warn-ink:#f6dfa6;--good:#123a32;--good-ink:#bfeadd}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
header{max-width:34rem;margin:0 auto;padding:1.75rem 1.25rem .75rem;font-weight:600;color:var(--soft)}
main{max-width:34rem;margin:0 auto;padding:0 1.25rem 2.5rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:1.5rem 1.375rem}
h1{margin:0;font-size:clamp(1.625rem,6.4vw,2.125rem);line-height:1.2;letter-spacing:-.01em;text-wrap:balance}
.how{margin:.625rem 0 0;color:var(--soft)}
.note{margin:0 0 1rem;padding:.75rem 1rem;border-radius:.75rem;background:var(--warn);color:var(--warn-ink)}
.note.good{background:var(--good);color:var(--good-ink)}
dl{display:grid;grid-template-columns:auto 1fr;gap:.5rem 1.25rem;margin:1.5rem 0 0;padding-top:1.25rem;border-top:1px solid var(--line)}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
dd::first-letter{text-transform:uppercase}
dd.code{font-variant-numeric:tabular-nums;letter-spacing:.06em;font-weight:600}
blockquote{margin:1.25rem 0 0;padding:0 0 0 1rem;border-left:3px solid var(--main)}
blockquote p{margin:0}
blockquote small{display:block;margin-top:.25rem;color:var(--soft);font-size:.9375rem}
.does{display:grid;gap:.75rem;margin-top:1.25rem}
.do{display:flex;align-items:center;justify-content:center;width:100%;min-height:3.25rem;padding:.625rem 1rem;border:1.5px solid var(--line);border-radius:.75rem;background:var(--card);color:var(--ink);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
.do.main{border-color:var(--main);background:var(--main);color:var(--on-main)}
.do.stop{border-color:var(--stop);color:var(--stop)}
.do:hover{border-color:currentColor}
.do.main:hover{filter:brightness(1.08)}
:focus-visible{outline:3px solid var(--main);outline-offset:3px}
.does p,.fresh{margin:0;color:var(--soft);font-size:.9375rem}
.fresh{margin-top:1.25rem}
form{margin:0}
fieldset{margin:1.25rem 0;padding:0;border:0;display:grid;gap:.5rem}
fieldset label{display:flex;gap:.75rem;align-items:center;min-height:3rem;padding:.5rem .875rem;border:1.5px solid var(--line);border-radius:.75rem;cursor:pointer}
fieldset span{display:inline-block}
fieldset span::first-letter{text-transform:uppercase}
fieldset label:has(:checked){border-color:var(--main);background:var(--good);color:var(--good-ink)}
input[type=radio]{flex:none;width:1.25rem;height:1.25rem;margin:0;accent-color:var(--main)}
`.trim();

/** What a page of ours may do: show itself and its own style, and send its forms here. */
export const contentPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");
