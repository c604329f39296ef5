import type { NameOfParty } from './explain-joint-decision-result.ts';
import type { Party } from './party.ts';

const NAMED = 5;

const lists = {
  de: new Intl.ListFormat('de', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
};
const numbers = { de: new Intl.NumberFormat('de-DE'), en: new Intl.NumberFormat('en-GB') };
const more = { de: 'weiteren', en: 'more' };

/** The first parties by name, and how many more there are. */
export function listedParties(parties: readonly Party[], nameOf: NameOfParty, lang: 'de' | 'en'): string {
  const named = parties.slice(0, NAMED).map(nameOf);
  const left = parties.length - named.length;
  return lists[lang].format(left > 0 ? [...named, `${numbers[lang].format(left)} ${more[lang]}`] : named);
}
