/** Attributes of an element in the order in which they are written; `undefined` is left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

// https://www.w3.org/TR/xml/#charsets
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const suspect = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const marks: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};
const mark = (character: string): string => marks[character] ?? character;

/** The text without the characters that XML 1.0 cannot hold: controls, lone surrogates, U+FFFE and U+FFFF. */
export const legal = (text: string): string => (suspect.test(text) ? text.replace(illegal, "") : text);

/** Text as it stands between tags. */
export const inText = (text: string): string => legal(text).replace(/[&<>\r]/g, mark);

/** Text as it stands in an attribute's quotes. */
export const inAttribute = (text: string): string => legal(text).replace(/[&<"\t\n\r]/g, mark);

/** One element; `inside` is XML already, and an element with nothing in it is closed at once. */
export function element(name: string, attributes: Attributes, inside = ""): string {
  let xml = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) xml += ` ${key}="${typeof value === "string" ? inAttribute(value) : value}"`;
  }
  return inside === "" ? `${xml}/>` : `${xml}>${inside}</${name}>`;
}

/** A whole TwiML document. */
export const document = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${element("Response", {}, inside)}`;
