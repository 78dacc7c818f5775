/** A turn of phrase that callers have stopped believing, and what to do instead. */
type StockPhrase = { readonly words: RegExp; readonly instead: string };

const important = "it says nothing, and callers hear the contrary: take it out, and say the place or the wait";
const busy = "it blames other callers: say what you know, such as the place in line, or nothing";
const patience = "nobody has agreed to be patient: take it out, and let the music play";
const changed = "callers have heard that for years: take it out, and begin with the choices";
const website = "whoever calls has often been there: take it out, or offer the link as a text message";

const english: readonly StockPhrase[] = [
  {
    words: /\byour (call|business|time) (is|are) (very |so |extremely |truly )?(important|valuable|valued)\b/i,
    instead: important,
  },
  {
    words: /\bwe (truly |really |greatly )?(value|appreciate) your (call|business|patience|time)\b/i,
    instead: important,
  },
  {
    words:
      /\b(all )?(of )?(our|the) \w+( \w+)? are (currently |all |still |presently )*(busy|assisting|helping|serving|occupied)\b/i,
    instead: busy,
  },
  { words: /\b(higher|greater|longer|larger)[ -]than[ -](normal|usual|average|expected)\b/i, instead: busy },
  { words: /\b(unusually|exceptionally) (high|large) (call )?volumes?\b/i, instead: busy },
  { words: /\bthank you for (your patience|holding|waiting|your continued)\b/i, instead: patience },
  { words: /\bplease (continue to hold|remain on the line|be patient|bear with us)\b/i, instead: patience },
  { words: /\bin the order (in which )?(it was|they were|you were)? ?received\b/i, instead: important },
  { words: /\b(menu|options) (items |options )?(have|has) (recently )?changed\b/i, instead: changed },
  { words: /\blisten (carefully|closely)\b/i, instead: changed },
  { words: /\b(did you know|visit (us at )?(our|the) (web ?site|site)|on our web ?site)\b/i, instead: website },
];
const spanish: readonly StockPhrase[] = [
  { words: /\bsu (llamada|tiempo) es (muy |sumamente )?(importante|valios[oa])/i, instead: important },
  {
    words: /\b(valoramos|apreciamos|agradecemos) (mucho )?su (llamada|paciencia|tiempo|preferencia)/i,
    instead: important,
  },
  {
    words:
      /\b(nuestr[oa]s|l[oa]s|tod[oa]s) (nuestr[oa]s |l[oa]s )?\p{L}+ (están|se encuentran) (todos |todas |actualmente )*(ocupad[oa]s|atendiendo)/iu,
    instead: busy,
  },
  { words: /\b(más|mayor|superior) \p{L}*\s?(de|a|que) lo (normal|habitual|usual)/iu, instead: busy },
  { words: /\balt[oa] (volumen|demanda) de llamadas/i, instead: busy },
  { words: /\bgracias por (su paciencia|su espera|esperar|mantenerse en)/i, instead: patience },
  { words: /\b(por favor )?(siga|permanezca|manténgase|continúe) (esperando|en espera)/iu, instead: patience },
  { words: /\b(en|por) (el )?orden (de llegada|en que)/i, instead: important },
  { words: /\b(menú|opciones) (ha|han) cambiado/iu, instead: changed },
  { words: /\b(escuche|preste) (con )?(atención|atentamente)/iu, instead: changed },
  { words: /\b(sabía usted que|visite nuestr[oa] (página|sitio|web)|en nuestra (página )?web)/iu, instead: website },
];
const phrases: Readonly<Record<string, readonly StockPhrase[]>> = { en: english, es: spanish };

/** The stock phrases in a text of that language: the words as they stand there, and what to do instead. */
export function stockPhrases(
  text: string,
  language: string,
): readonly { readonly words: string; readonly instead: string }[] {
  const known = Object.hasOwn(phrases, language) ? (phrases[language] ?? []) : [];
  return known.flatMap(({ words, instead }) => {
    const [found] = words.exec(text) ?? [];
    return found === undefined ? [] : [{ words: found, instead }];
  });
}
