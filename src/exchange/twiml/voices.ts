/** The languages of `<Say>`, as the SDK types them. */
export const languages: readonly string[] = [
  "af-ZA am-ET ar-AE ar-XA arb bg-BG bn-IN ca-ES cmn-CN cmn-TW cs-CZ cy-GB da-DK de-AT de-DE el-GR",
  "en-AU en-CA en-GB en-GB-WLS en-IE en-IN en-NZ en-US en-ZA es-ES es-MX es-US fi-FI fil-PH fr-CA fr-FR",
  "fr-BE gu-IN he-IL hi-IN hu-HU id-ID is-IS it-IT ja-JP kn-IN ko-KR lv-LV ml-IN mr-IN ms-MY nb-NO",
  "nl-BE nl-NL pa-IN pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sr-RS sv-SE ta-IN te-IN th-TH tr-TR uk-UA",
  "vi-VN yue-HK zh-CN zh-HK zh-TW",
].flatMap((line) => line.split(" "));

/** Polly's voices by language: s has a standard one, n a neural one, g a generative one. */
const polly: Readonly<Record<string, string>> = {
  arb: "Zeina/s",
  "ar-AE": "Hala/n Zayd/n",
  "ca-ES": "Arlet/n",
  "cmn-CN": "Zhiyu/sn",
  "yue-HK": "Hiujin/n",
  "cy-GB": "Gwyneth/s",
  "da-DK": "Mads/s Naja/s Sofie/n",
  "de-DE": "Hans/s Marlene/s Vicki/sng Daniel/ng",
  "de-AT": "Hannah/n",
  "en-AU": "Nicole/s Russell/s Olivia/ng",
  "en-GB": "Amy/sng Brian/sn Emma/sn Arthur/n",
  "en-GB-WLS": "Geraint/s",
  "en-IE": "Niamh/n",
  "en-IN": "Aditi/s Raveena/s Kajal/ng",
  "en-NZ": "Aria/n",
  "en-US":
    "Ivy/sn Joanna/sng Joey/sn Justin/sn Kendra/sn Kevin/sn Kimberly/sn Matthew/sng Salli/sn Danielle/ng Gregory/n Ruth/ng Stephen/ng",
  "en-ZA": "Ayanda/ng",
  "es-ES": "Conchita/s Enrique/s Lucia/sng Sergio/ng",
  "es-MX": "Mia/sn Mía/g Andres/ng",
  "es-US": "Lupe/sng Miguel/s Penelope/s Pedro/ng",
  "fi-FI": "Suvi/n",
  "fr-BE": "Isabelle/n",
  "fr-CA": "Chantal/s Gabrielle/n Liam/n",
  "fr-FR": "Celine/s Lea/sng Mathieu/s Remi/n Rémi/g",
  "hi-IN": "Aditi/s Kajal/ng",
  "is-IS": "Dora/s Karl/s",
  "it-IT": "Carla/s Giorgio/s Bianca/sng Adriano/n",
  "ja-JP": "Mizuki/s Takumi/sn Kazuha/n Tomoko/n",
  "ko-KR": "Seoyeon/sn",
  "nb-NO": "Liv/s Ida/n",
  "nl-BE": "Lisa/n",
  "nl-NL": "Lotte/s Ruben/s Laura/n",
  "pl-PL": "Ewa/s Jacek/s Jan/s Maja/s Ola/n",
  "pt-BR": "Camila/sn Ricardo/s Vitoria/sn Thiago/n",
  "pt-PT": "Cristiano/s Ines/sn",
  "ro-RO": "Carmen/s",
  "ru-RU": "Maxim/s Tatyana/s",
  "sv-SE": "Astrid/s Elin/n",
  "tr-TR": "Filiz/s Burcu/n",
};
const engines: Readonly<Record<string, string>> = { s: "", n: "-Neural", g: "-Generative" };

const basic = ["man", "woman"];
const basicLanguages = languages.filter((language) => /^(en|es|fr|de|it)-/.test(language));
const alice =
  "da-DK de-DE en-AU en-CA en-GB en-IN en-US ca-ES es-ES es-MX fi-FI fr-CA fr-FR it-IT ja-JP ko-KR nb-NO nl-NL pl-PL pt-BR pt-PT ru-RU sv-SE zh-CN zh-HK zh-TW";
const google = /^Google\.([a-z]{2,3}-[A-Za-z]{2})-(?:(?:Standard|Wavenet|Neural2)-[A-Z]|Chirp3-HD-[A-Z][a-z]+)$/;

const spokenBy: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>([
    ["alice", alice.split(" ")],
    ...basic.map((name) => [name, basicLanguages] as [string, string[]]),
  ]);
  for (const [language, names] of Object.entries(polly))
    for (const [name = "", kinds = ""] of names.split(" ").map((entry) => entry.split("/")))
      for (const kind of kinds) {
        const voice = `Polly.${name}${engines[kind] ?? ""}`;
        map.set(voice, [...(map.get(voice) ?? []), language]);
      }
  return map;
})();

/** The languages that a voice speaks; undefined when Twilio has no such voice. */
export function languagesOf(voice: string): readonly string[] | undefined {
  const locale = google.exec(voice)?.[1];
  return locale === undefined ? spokenBy.get(voice) : [locale];
}

/** Whether a voice is one of Twilio's own plain ones, which follow no SSML. */
export const isBasic = (voice: string): boolean => voice === "alice" || basic.includes(voice);

/** Every voice named here; Google's are known by their pattern. */
export const namedVoices: readonly string[] = [...spokenBy.keys()];
