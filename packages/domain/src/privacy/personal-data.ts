import type { LocalisedText } from '../localised-text.ts';
import { bankAccounts } from './bank-accounts.ts';
import { birthDates } from './birth-dates.ts';
import { identityNumbers } from './identity-numbers.ts';
import { namedPeople } from './named-people.ts';
import type { Passage } from './passage.ts';
import { personalEmails } from './personal-emails.ts';
import { telephoneNumbers } from './telephone-numbers.ts';

/** Personal data that a text seems to hold. */
export type PersonalDataKind =
  | 'NAME'
  | 'EMAIL'
  | 'TELEPHONE'
  | 'BIRTH_DATE'
  | 'BANK_ACCOUNT'
  | 'IDENTITY_NUMBER';

/**
 * A passage of a text that looks like personal data. `position` counts from 0; `excerpt` shows its beginning, never all of it; `message` says what
 * it looks like and what to write instead.
 */
export type PersonalDataHint = {
  readonly kind: PersonalDataKind;
  readonly position: number;
  readonly excerpt: string;
  readonly message: LocalisedText;
};

type Finder = { readonly find: (text: string) => readonly Passage[]; readonly message: LocalisedText };

/** Where two of them find the same passage, the first one counts. */
const FINDERS: Readonly<Record<PersonalDataKind, Finder>> = Object.freeze({
  BANK_ACCOUNT: {
    find: bankAccounts,
    message: {
      de: 'Das sieht nach einer Bankverbindung aus: bitte weglassen.',
      en: 'This looks like a bank account: please leave it out.',
    },
  },
  IDENTITY_NUMBER: {
    find: identityNumbers,
    message: {
      de: 'Das sieht nach der Nummer einer Person aus (Ausweis, Aufenthaltstitel, AZR, Versicherung, Steuer): bitte weglassen.',
      en: 'This looks like the number of a person (identity, residence, register, insurance, tax): please leave it out.',
    },
  },
  BIRTH_DATE: {
    find: birthDates,
    message: {
      de: 'Das sieht nach dem Geburtsdatum einer Person aus: bitte weglassen; für Gruppen genügt der Jahrgang.',
      en: 'This looks like the date of birth of a person: please leave it out; of groups the year is enough.',
    },
  },
  EMAIL: {
    find: personalEmails,
    message: {
      de: 'Das sieht nach der E-Mail-Adresse einer Person aus: bitte die einer Stelle nennen, etwa integration@ oder info@.',
      en: 'This looks like the e-mail address of a person: please give that of an office, such as integration@ or info@.',
    },
  },
  TELEPHONE: {
    find: telephoneNumbers,
    message: {
      de: 'Das sieht nach einer Telefonnummer aus: bitte weglassen oder nur die einer Stelle nennen.',
      en: 'This looks like a telephone number: please leave it out, or give only that of an office.',
    },
  },
  NAME: {
    find: namedPeople,
    message: {
      de: 'Das sieht nach dem Namen einer Person aus: bitte die Funktion oder die Stelle nennen.',
      en: 'This looks like the name of a person: please name the function or the office.',
    },
  },
});

/**
 * Where a text that people wrote seems to hold personal data, in its order; empty where nothing does. These are hints for whoever writes,
 * before it is stored: they miss what is written in other ways, and some are wrong. Takes a time in proportion to the length of the text.
 */
export function personalDataHints(text: string): readonly PersonalDataHint[] {
  const found = Object.entries(FINDERS).flatMap(([kind, { find, message }], rank) =>
    find(text).map((passage) => ({ ...passage, rank, kind: kind as PersonalDataKind, message })),
  );
  found.sort((one, other) => one.from - other.from || one.rank - other.rank);
  let reached = 0;
  const hints: PersonalDataHint[] = [];
  for (const { from, until, kind, excerpt, message } of found) {
    if (from < reached) continue;
    reached = until;
    hints.push({ kind, position: from, excerpt, message });
  }
  return hints;
}
