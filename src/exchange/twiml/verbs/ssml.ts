import { matching, oneOf, text, type Attribute } from "../attribute.ts";
import type { Element } from "../element.ts";

const invalid = 13520;
const inline = ["break", "emphasis", "lang", "phoneme", "prosody", "say-as", "sub", "w"];
/** The SSML that may stand in `<Say>`. */
export const ssmlNames: readonly string[] = [...inline, "p", "s"];

const mark = (name: string, attributes: Readonly<Record<string, Attribute>>, elements: readonly string[]): Element => ({
  name,
  attributes,
  holds: { elements, otherwise: 12200 },
  text: true,
});

const xmlLang = matching(invalid, /^([a-z]{2,3}-[A-Z]{2}(-WLS)?|arb)$/, "a language with its country");
const volume = /^(default|silent|x-soft|soft|medium|loud|x-loud|[+-]\d+(\.\d+)?dB)$/;
const pitch = /^(default|x-low|low|medium|high|x-high|[+-]\d+(\.\d+)?%)$/;
const spokenAs =
  "characters spell-out cardinal number ordinal digits fraction unit date time address expletive telephone";
const interpretAs = oneOf(invalid, ...spokenAs.split(" "));
const alphabets = ["amazon-jyutping", "amazon-pinyin", "amazon-pron-kana", "amazon-yomigana"].map(
  (name) => `x-${name}`,
);

/** SSML as the SDK types it, in its own nesting. */
export const ssml: readonly Element[] = [
  mark(
    "break",
    {
      strength: oneOf(invalid, "none", "x-weak", "weak", "medium", "strong", "x-strong"),
      time: matching(invalid, /^\d+(\.\d+)?m?s$/, "a time such as 500ms or 2s"),
    },
    [],
  ),
  mark("emphasis", { level: oneOf(invalid, "strong", "moderate", "reduced") }, inline),
  mark("lang", { "xml:lang": xmlLang }, ssmlNames),
  mark("p", {}, [...inline, "s"]),
  mark("phoneme", { alphabet: oneOf(invalid, "ipa", "x-sampa", ...alphabets), ph: text(invalid, "phonemes") }, []),
  mark(
    "prosody",
    {
      volume: matching(invalid, volume, "a volume such as loud or +6dB"),
      rate: matching(invalid, /^(x-slow|slow|medium|fast|x-fast|\d+%)$/, "a rate such as slow or 90%"),
      pitch: matching(invalid, pitch, "a pitch such as low or +10%"),
    },
    ssmlNames,
  ),
  mark("s", {}, inline),
  mark(
    "say-as",
    {
      "interpret-as": interpretAs,
      format: oneOf(invalid, "mdy", "dmy", "ymd", "md", "dm", "ym", "my", "d", "m", "y", "yyyymmdd"),
    },
    [],
  ),
  mark("sub", { alias: text(invalid, "what is said instead") }, []),
  mark(
    "w",
    { role: text(invalid, "a part of speech") },
    inline.filter((name) => name !== "lang" && name !== "w"),
  ),
];
