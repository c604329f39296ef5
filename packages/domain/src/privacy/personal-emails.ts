import { masked, type Passage } from './passage.ts';

/** Bounded, and begun only where a word begins, so that no text takes long. */
const EMAIL = /(?<![\p{L}\d.%+_-])([\p{L}\d.%+_-]{1,64})@([\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4})/gu;

/** What is in addresses of offices and organisations, also as a part of a word, and in no name of a person. */
const FUNCTION_WITHIN =
  /info|kontakt|contact|buero|büro|office|service|support|webmaster|reply|newsletter|presse|redaktion|zentrale|sekretariat|leitung|vorstand|stelle|verwaltung|rathaus|landkreis|gemeinde|jobcenter|agentur|behoerde|behörde|referat|abteilung|fachbereich|fachdienst|sachgebiet|ausschuss|buergermeister|bürgermeister|beauftragt|koordin|coordin|integration|migration|asyl|fluecht|flücht|auslaender|ausländer|willkommen|welcome|netzwerk|network|verein|verband|initiative|hilfe|helfer|beratung|betreuung|ehrenamt|freiwillig|volunteer|projekt|project|schule|sprach|bildung|jugend|frauen|familie|senioren|gleichstellung|sozial|caritas|diakonie|kirche|pfarr|moschee|museum|bibliothek|feuerwehr|wohnung|umwelt|statisti|datenschutz|anfrage|anmeldung|bewerbung|treffpunkt|zentrum|muster|amt$/iu;

/** What is so only as a word of its own: Bauer, Neuhaus and Landmann are names. */
const FUNCTION_WORD =
  /^(?:post|mail|admin|news|team|amt|kreis|stadt|samtgemeinde|dorf|region|land|bund|lk|abh|kita|vhs|awo|drk|thw|lag|kurse?|bau|daten|data|haus|cafe|forum|treff|center|test|example|no|the|der|die|das|am|im|in)$/iu;

/** Where people have addresses of their own. */
const MAILBOXES =
  /^(?:gmail|googlemail|gmx|web|t-online|freenet|outlook|hotmail|live|yahoo|icloud|me|aol|posteo|mailbox|proton|protonmail|arcor)\.(?:de|com|net|org|ch|at|me|eu)$/iu;

/** Two words, or the first letter of one and a word, as in vorname.nachname, v.nachname, vorname_nachname2. */
const FULL_NAME = /^\p{L}+(?:[._-]\p{L}+)?[._-]\p{L}{2,}\d{0,4}$/u;
const ONE_NAME = /^\p{L}{3,}\d{0,4}$/u;

/**
 * Addresses that look like a person's: a first and a last name, or one name at a provider of private mailboxes. Those of an office
 * (`integration@`, `info@`, `fb2.soziales@`) are not meant.
 */
export function personalEmails(text: string): readonly Passage[] {
  return [...text.matchAll(EMAIL)].flatMap((match) => {
    const [address, mailbox = '', host = ''] = match;
    const isName = FULL_NAME.test(mailbox) || (ONE_NAME.test(mailbox) && MAILBOXES.test(host));
    if (!isName || mailbox.split(/[._-]/).some(isFunction)) return [];
    const excerpt = `${masked(mailbox, 1)}@…`;
    return [{ from: match.index, until: match.index + address.length, excerpt }];
  });
}

function isFunction(word: string): boolean {
  return FUNCTION_WITHIN.test(word) || FUNCTION_WORD.test(word);
}
