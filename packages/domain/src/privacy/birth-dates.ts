import type { Passage } from './passage.ts';

const MONTH =
  'Jan(?:uar|uary)?|Feb(?:ruar|ruary)?|März|March|Apr(?:il)?|Mai|May|Jun[ei]?|Jul[iy]?|Aug(?:ust)?|Sept?(?:ember)?|O[kc]t(?:ober)?|Nov(?:ember)?|De[zc](?:ember)?';
const DAY = String.raw`(?:\d{1,2}\.[ ]?\d{1,2}\.[ ]?(?:\d{4}|\d{2})|\d{1,2}\.?[ ](?:${MONTH})\.?,?[ ]\d{4}|(?:${MONTH})[ ]\d{1,2},[ ]\d{4}|\d{4}-\d{2}-\d{2})`;

/** Only a date right after the word: "geboren nach dem 31. Dezember 1970" is a law. */
const BORN = new RegExp(
  String.raw`(?<!\p{L})(geb\.|geboren(?:e[rn]?)?|Geburtsdatum|Geburtstag|born|date of birth|birth ?date)[ \t]{0,3}:?[ \t]{0,3}(?:am |on |ist der |ist )?${DAY}(?!\d)`,
  'giu',
);

/** Dates of birth that are called so, in German or English. */
export function birthDates(text: string): readonly Passage[] {
  return [...text.matchAll(BORN)].map((match) => {
    const [found, word = ''] = match;
    return { from: match.index, until: match.index + found.length, excerpt: `${word} …` };
  });
}
