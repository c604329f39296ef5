/**
 * The title of a column without anything that differs between editions: capitals, umlauts, hyphens and blanks
 * where a word was broken, footnote marks, punctuation.
 *
 * @example plainTitle('flächen- proportionaler Umsteige-schlüssel') // 'flaechenproportionalerumsteigeschluessel'
 */
export function plainTitle(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\d\)/g, '')
    .replace(/[äöüß²]/g, (letter) => spelled[letter] ?? letter)
    .replace(/[^a-z0-9]/g, '');
}

const spelled: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', '²': '2' };
