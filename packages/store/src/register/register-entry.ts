import type { DegreeOfUrbanisation } from '@kreisweit/domain';

/**
 * One row of the municipality register: a state, region, district, association or municipality as it
 * stood on the register's territory date.
 *
 * `ars` is the Amtlicher Regionalschlüssel or its prefix: 2 digits (state), 3 (region), 5 (district),
 * 9 (association) or 12 (municipality). `ags` is the Amtlicher Gemeindeschlüssel: 2, 3, 5 or 8 digits, and
 * null for an association, which has none. Area, population, male population, postcode (of the seat of the
 * administration) and degree of urbanisation stand in municipality rows only; null means that the register
 * does not say.
 *
 * An association whose `textCode` is 50 is a single municipality that is its own association: the one
 * municipality whose `ars` starts with the nine digits of the association.
 */
export type RegisterEntry = {
  /** Line of the text file or row of the sheet, counted from 1. */
  readonly line: number;
  readonly kind: RegisterKind;
  readonly ars: string;
  readonly ags: string | null;
  readonly name: string;
  /**
   * Textkennzeichen, null for states and regions: 41 kreisfreie Stadt, 42 Stadtkreis, 43 Kreis,
   * 44 Landkreis, 45 Regionalverband; 50 single municipality, 51 Amt, 52 Samtgemeinde, 53 Verbandsgemeinde,
   * 54 Verwaltungsgemeinschaft, 55 Kirchspielslandgemeinde, 56 Verwaltungsverband, 58 erfüllende Gemeinde;
   * 60 Markt, 61 kreisfreie Stadt, 62 Stadtkreis, 63 Stadt, 64 Gemeinde, 65 gemeindefreies Gebiet with inhabitants, 66 without, 67 Große Kreisstadt.
   */
  readonly textCode: string | null;
  readonly areaHectares: number | null;
  readonly population: number | null;
  readonly male: number | null;
  readonly postcode: string | null;
  readonly degreeOfUrbanisation: DegreeOfUrbanisation | null;
};

/** What a row of the register describes. */
export type RegisterKind = 'state' | 'region' | 'district' | 'association' | 'municipality';

/** Which of the two published files a register was read from. */
export type RegisterFormat = 'AuszugGV' | 'GV100AD';

/**
 * A whole edition of the official municipality register (GV-ISys of Destatis), in the order of its file.
 *
 * The two dates differ: the boundaries are those of `territoryDate` (Gebietsstand), the inhabitants were
 * counted on `populationDate`. Both are ISO dates.
 */
export type Register = {
  /** Base name of the file. */
  readonly file: string;
  readonly format: RegisterFormat;
  readonly territoryDate: string;
  readonly populationDate: string;
  readonly entries: readonly RegisterEntry[];
};
