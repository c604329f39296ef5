import { masked, type Passage } from './passage.ts';

/** How long an IBAN of a country is. Source: the SWIFT registry of IBAN formats. */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SE: 24,
  SI: 19,
  SK: 24,
  TR: 26,
  UA: 29,
};

const BEGINNING = /(?<![A-Z\d])[A-Z]{2}\d{2}/gi;

/** IBANs, with or without spaces, whose check digits are right. */
export function bankAccounts(text: string): readonly Passage[] {
  return [...text.matchAll(BEGINNING)].flatMap(({ index: from }) => {
    const length = LENGTHS[text.slice(from, from + 2).toUpperCase()];
    if (length === undefined) return [];
    const until = endOf(text, from, length);
    if (until === null) return [];
    const iban = text
      .slice(from, until)
      .replaceAll(/[ \u00a0]/g, '')
      .toUpperCase();
    return isIban(iban) ? [{ from, until, excerpt: masked(iban, 4) }] : [];
  });
}

/** Where as many letters and digits end, with a space at most between two of them. Null when there are fewer, or more in one piece. */
function endOf(text: string, from: number, length: number): number | null {
  let at = from;
  for (let read = 0; read < length; read += 1) {
    if (read > 0 && /[ \u00a0]/.test(text[at] ?? '')) at += 1;
    if (!/[A-Z\d]/i.test(text[at] ?? '')) return null;
    at += 1;
  }
  return /[A-Z\d]/i.test(text[at] ?? '') ? null : at;
}

/** ISO 13616: with the first four characters moved to the end and letters as 10 to 35, the number modulo 97 is 1. */
function isIban(iban: string): boolean {
  let rest = 0;
  for (const character of `${iban.slice(4)}${iban.slice(0, 4)}`) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
