import { masked, type Passage } from './passage.ts';

const TITLE = String.raw`(?:(?:Prof|Dr|Dipl|Ing|med|jur|phil|rer|nat|h\.c|M\.A|B\.A|Mag)\.?(?:-Ing\.|-\p{L}{2,8}\.)?[ \t]{1,3}){1,4}`;
const PARTICLE = String.raw`(?:(?:von|van|de|del|der|den|zu|zum|zur|el|al|ben|bin|ibn)[ \t]{1,3}){1,3}`;
const NAME = String.raw`(?!(?:Herrn?|Frau)(?!\p{L}))\p{Lu}[\p{L}'’-]{1,40}`;

const PERSON = new RegExp(
  String.raw`(?<![\p{L}/-])(?:(\p{L}{1,24})[ \t]{1,3})?(Herrn?|Frau|Hr\.|Fr\.)[ \t]{1,3}(${TITLE})?(${PARTICLE})?(${NAME})(?=[ \t]{1,3}(${NAME})|)`,
  'gu',
);

/** Before these words "Frau" is the noun, and what follows no name: "weil eine Frau Deutsch lernt", "Mann Frau Divers". */
const BEFORE_THE_NOUN =
  /^(?:(?:ein|kein|jed|dies|welch|manch|solch|mein|dein|sein|ihr|unser|ander|jung|alt|schwanger|alleinstehend|alleinerziehend|geflüchtet|zugewandert|ausländisch|deutsch|erwerbstätig|arbeitslos|berufstätig|verheiratet|zweit|dritt|viert|fünft|zehnt)(?:e|er|en|em|es)|die|der|den|dem|je|pro|als|mann|männlich)$/iu;

const OFFICE =
  /^(?:\p{L}*(?:minister|präsident|kanzler|staatssekretär|bürgermeister|dezernent|koordinator|referent|direktor|sprecher|moderator|amtsleiter|abteilungsleiter|schulleiter|sachbearbeiter|botschafter|senator|superintendent|ansprechpartner)(?:in)?|\p{L}*(?:vorsitzende|beauftragte|abgeordnete|verantwortliche|beigeordnete)[rn]?|(?:ober|kreis|stadt|land|gemeinde|bundes|aufsichts)(?:rat|rats|rätin)|pfarrer(?:in)?|professor(?:in)?|kolleg(?:e|in)|richter(?:in)|bischof|bischöfin)$/iu;

/** What stands beside "Frau" in headings, in examples and in names of programmes. */
const NO_NAME =
  /^(?:mustermann|musterfrau|name|vorname|nachname|gesamt|insgesamt|divers|zusammen|summe|anzahl|anteil|quote|prozent|alter|jahre?|deutsche?|ausländer(?:in)?|unbekannt|mann|herr|frau|kind|kinder|familie|beruf|arbeit|bildung|migration|integration)$/iu;

/**
 * People who are addressed as such, with a title or without: "Herr Muster", "Frau Dr. von Muster". An office alone ("Frau Landrätin"), an
 * initial ("Herr M.") and the noun ("jede Frau") are not meant.
 */
export function namedPeople(text: string): readonly Passage[] {
  return [...text.matchAll(PERSON)].flatMap((match) => {
    const [found, before = '', address = '', title, , first = '', second = ''] = match;
    const isNoun = address === 'Frau' && title === undefined && BEFORE_THE_NOUN.test(before);
    const name = OFFICE.test(first) ? second : first;
    if (isNoun || name === '' || NO_NAME.test(name)) return [];
    const from = match.index + found.indexOf(address, before.length);
    return [{ from, until: match.index + found.length, excerpt: `${address} ${masked(name, 1)}` }];
  });
}
