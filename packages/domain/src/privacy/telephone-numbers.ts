import { type Passage, passageOf } from './passage.ts';

/** What numbers of files, resolutions and tables are announced by. */
const NO_TELEPHONE =
  /(?:Az|Aktenzeichen|Gz|Geschäftszeichen|Zeichen|Drucksache|Drs|Vorlage|Beschluss|Nr|Schlüssel|AGS|ARS|Tabelle|Konto|BLZ|PLZ|€|EUR)[.:]{0,2}(?:[ \t]{1,3}[\p{L}\d./-]{0,12})?[ \t]{0,3}$/u;

/** Neither the beginning of a longer number or key, nor of one with decimals. */
const END = String.raw`(?!\d|[.,]\d)`;
const BEGINNING = String.raw`(?<![\d.,/\p{L}-])`;
const SIGN = ' ?[/–-] ?';

/**
 * How telephone numbers are written so that they cannot be keys of territories (two to twelve digits, the first often a zero), postcodes
 * or figures. No number of a subscriber begins with a zero.
 */
const WRITTEN: readonly RegExp[] = [
  // as it is announced: Telefon: 850123
  String.raw`(?<!\p{L})(?:Tel(?:efon)?|Fon|Phone|Mobil(?:telefon|funk)?|Mobile|Handy|Durchwahl|Ruf|Fax)(?:-?(?:nummer|Nr))?(?!\p{L})[.:]{0,3}[ \t]{0,3}\(?[+\d](?:[ \t()/–-]{0,3}\d){4,15}${END}`,
  // with the country: +49 (0) 3341 850123
  String.raw`(?<![\d\p{L}])(?:\+|00)49[ \t]{0,2}(?:\(0\)|0)?[ \t]{0,2}(?:[()/ \t–-]{0,3}\d){8,13}(?!\d)`,
  // mobile: 0176 12345678
  String.raw`${BEGINNING}\(?01[5-7]\d{1,2}\)?[ /–-]{0,3}\d(?:[ /–-]?\d){5,8}${END}`,
  // a large city, or an area code of four digits: 030 1234567
  String.raw`${BEGINNING}(?:0(?:30|40|69|89)|0[2-9]\d{2})(?:${SIGN}| )[1-9](?:[ –-]?\d){4,8}${END}`,
  // (03341) 850123
  String.raw`${BEGINNING}\(0[2-9]\d{1,3}\) ?[1-9](?:[ –-]?\d){2,8}${END}`,
  // 03341/850123
  String.raw`${BEGINNING}0[2-9]\d{3}${SIGN}[1-9](?:[ –-]?\d){4,8}${END}`,
  // 03341 850-123
  String.raw`${BEGINNING}0[2-9]\d{3} [1-9]\d{2,5} ?[–-] ?\d{1,4}${END}`,
  // 03341 85 01 23
  String.raw`${BEGINNING}0[2-9]\d{3} [1-9]\d \d{2}(?: \d{2}){1,2}${END}`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** German telephone and mobile numbers. Those of emergencies and authorities (110, 115) are too short to be meant. */
export function telephoneNumbers(text: string): readonly Passage[] {
  return WRITTEN.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => !NO_TELEPHONE.test(text.slice(Math.max(0, index - 40), index)))
      .map((match) => passageOf(match, 4)),
  );
}
