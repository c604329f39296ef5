import { type Passage, passageOf } from './passage.ts';

const NUMBER = String.raw`[- ]?(?:Nr\.?|Nummer|No\.?|Number)`;
const COLON = String.raw`[ \t]{0,3}:?[ \t]{0,3}`;
const DOCUMENTS =
  'Reisepass|Pass|Passport|Personalausweis|Ausweis|Aufenthaltstitels?|Aufenthaltskarten?|Aufenthaltserlaubnis|Niederlassungserlaubnis|eAT|Duldungs?|Aufenthaltsgestattungs?|Ankunftsnachweis|Fiktionsbescheinigungs?';
const REGISTERS = `(?:AZR|Ausländerzentralregister|Steueridentifikations|Identifikations|Sozialversicherungs|Rentenversicherungs|Versicherungs|Krankenversicherten|SV|RV)${NUMBER}|Personenkennziffer|PKZ|Steuer-?ID|IdNr\\.?`;

/**
 * Numbers that name one person, by what they are announced by: documents of identity and residence, Central Register of Foreigners, tax,
 * insurance; and those of households at job centres, which are written like no others.
 */
const ANNOUNCED: readonly RegExp[] = [
  String.raw`(?<!\p{L})(?:${DOCUMENTS})${NUMBER}${COLON}(?=[A-Z]{0,8}\d)[A-Z\d]{6,12}(?![\p{L}\d])`,
  String.raw`(?<!\p{L})(?:${REGISTERS})${COLON}(?:[A-Z]?\d{2}(?:[ ]?\d){6,10}|\d{2} ?\d{6} ?[A-Z] ?\d{3})(?![\p{L}\d]|[.,]\d)`,
  String.raw`(?<![\p{L}\d])\d{5} ?BG ?\d{7}(?![\p{L}\d])`,
].map((pattern) => new RegExp(pattern, 'giu'));

const INSURANCE =
  /(?<![\p{L}\d])\d{2} ?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2} ?[A-Z] ?\d{3}(?![\p{L}\d])/gu;

/** Numbers that name one person. */
export function identityNumbers(text: string): readonly Passage[] {
  const announced = ANNOUNCED.flatMap((pattern) => [...text.matchAll(pattern)]);
  const insurance = [...text.matchAll(INSURANCE)].filter(([found]) =>
    isInsuranceNumber(found.replaceAll(' ', '')),
  );
  return [...announced, ...insurance].map((match) => passageOf(match, 5));
}

const WEIGHTS = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];

/** The check digit of a pension insurance number: area, date of birth, letter as 01 to 26, serial number. Source: § 2 VKVV. */
function isInsuranceNumber(number: string): boolean {
  const letter = String(number.charCodeAt(8) - 64).padStart(2, '0');
  const digits = [...`${number.slice(0, 8)}${letter}${number.slice(9, 11)}`].map(Number);
  const products = digits.map((digit, index) => digit * (WEIGHTS[index] ?? 0));
  const sum = products.reduce((total, product) => total + Math.floor(product / 10) + (product % 10), 0);
  return sum % 10 === Number(number[11]);
}
