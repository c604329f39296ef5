import type { LocalisedText } from '../localised-text.ts';

/**
 * What a territory is called in law, from its Textkennzeichen. Codes and names are those of the official register
 * (GV100AD, Gemeindeverzeichnis): 41-45 districts, 50-58 associations, 60-67 municipalities. The register uses one code
 * for forms that several Länder call differently; the German title then names both.
 *
 * Left out is 57, which no register that we have seen uses: its territories have no designation.
 */
const byTextCode = {
  41: ['kreisfreieStadt', 'Kreisfreie Stadt', 'Town that is a district of its own (kreisfreie Stadt)'],
  42: ['stadtkreis', 'Stadtkreis', 'Town that is a district of its own (Stadtkreis)'],
  43: ['kreis', 'Kreis', 'District (Kreis)'],
  44: ['landkreis', 'Landkreis', 'Rural district (Landkreis)'],
  45: ['regionalverband', 'Regionalverband', 'Regional association (Regionalverband)'],
  50: ['verbandsfreieGemeinde', 'Verbandsfreie Gemeinde', 'Municipality outside any association'],
  51: ['amt', 'Amt', 'Association of municipalities (Amt)'],
  52: ['samtgemeinde', 'Samtgemeinde', 'Association of municipalities (Samtgemeinde)'],
  53: ['verbandsgemeinde', 'Verbandsgemeinde', 'Association of municipalities (Verbandsgemeinde)'],
  54: [
    'verwaltungsgemeinschaft',
    'Verwaltungsgemeinschaft',
    'Association of municipalities (Verwaltungsgemeinschaft)',
  ],
  55: [
    'kirchspielslandgemeinde',
    'Kirchspielslandgemeinde',
    'Association of municipalities (Kirchspielslandgemeinde)',
  ],
  56: [
    'verwaltungsverband',
    'Gemeindeverwaltungsverband oder Verwaltungsverband',
    'Association of municipalities (Verwaltungsverband)',
  ],
  58: [
    'erfuellendeGemeinde',
    'Erfüllende Gemeinde',
    'Municipality that administers others (erfüllende Gemeinde)',
  ],
  60: ['markt', 'Markt', 'Market town (Markt)'],
  61: ['kreisfreieStadt', 'Kreisfreie Stadt', 'Town that is a district of its own (kreisfreie Stadt)'],
  62: ['stadtkreis', 'Stadtkreis', 'Town that is a district of its own (Stadtkreis)'],
  63: ['stadt', 'Stadt', 'Town (Stadt)'],
  64: ['gemeinde', 'Gemeinde', 'Municipality (Gemeinde)'],
  65: [
    'gemeindefreiesGebietBewohnt',
    'Gemeindefreies Gebiet, bewohnt',
    'Area outside any municipality, inhabited',
  ],
  66: ['gemeindefreiesGebiet', 'Gemeindefreies Gebiet, unbewohnt', 'Area outside any municipality'],
  67: ['grosseKreisstadt', 'Große Kreisstadt', 'Large district town (Große Kreisstadt)'],
} as const satisfies Readonly<Record<number, readonly [designation: string, de: string, en: string]>>;

type Named = (typeof byTextCode)[keyof typeof byTextCode];

/** What a territory is called in law. */
export type Designation = Named[0];

/** All designations, in the order of their codes. */
export const designations: readonly Designation[] = Object.freeze([
  ...new Set(Object.values(byTextCode).map(([designation]) => designation)),
]);

/** Names of the designations for people. */
export const designationTitles = Object.freeze(
  Object.fromEntries(Object.values(byTextCode).map(([designation, de, en]) => [designation, { de, en }])),
) as Readonly<Record<Designation, LocalisedText>>;

const byCode: ReadonlyMap<string, Designation> = new Map(
  Object.entries(byTextCode).map(([code, [designation]]) => [code, designation]),
);

/**
 * The designation of a Textkennzeichen. Null for none (states and regions, and what no register shows) and for a code
 * whose meaning is not certain.
 *
 * @example designationOf('44') // 'landkreis'
 */
export function designationOf(textCode: string | null): Designation | null {
  return textCode === null ? null : (byCode.get(textCode) ?? null);
}
