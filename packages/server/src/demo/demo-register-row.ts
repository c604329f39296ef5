import type { DegreeOfUrbanisation } from '@kreisweit/domain';
import { agsOfArs } from '@kreisweit/domain';
import type { RegisterEntry } from '@kreisweit/store';

/**
 * A row of the municipality register as the demo types it in: what the key says (kind, AGS) is left out, and so is
 * what the register leaves empty. States and regions end after the name, districts and associations after the
 * Textkennzeichen; the area is in hectares, the postcode null where nobody lives, the degree of urbanisation 1 to 3.
 */
export type DemoRegisterRow =
  | readonly [line: number, ars: string, name: string]
  | readonly [line: number, ars: string, name: string, textCode: string]
  | readonly [
      line: number,
      ars: string,
      name: string,
      textCode: string,
      areaHectares: number,
      population: number,
      male: number,
      postcode: string | null,
      degreeOfUrbanisation: DegreeOfUrbanisation,
    ];

const KIND_BY_LENGTH: ReadonlyMap<number, RegisterEntry['kind']> = new Map([
  [2, 'state'],
  [3, 'region'],
  [5, 'district'],
  [9, 'association'],
  [12, 'municipality'],
]);

/** The register entry of a typed row. Throws a RangeError for an ARS of another length. */
export function registerEntry(row: DemoRegisterRow): RegisterEntry {
  const [
    line,
    ars,
    name,
    textCode = null,
    areaHectares = null,
    population = null,
    male = null,
    postcode = null,
    degreeOfUrbanisation = null,
  ] = row;
  const kind = KIND_BY_LENGTH.get(ars.length);
  if (kind === undefined) {
    throw new RangeError(`register row ${line}: "${ars}" is no ARS, expected 2, 3, 5, 9 or 12 digits`);
  }
  const ags = kind === 'association' ? null : kind === 'municipality' ? agsOfArs(ars) : ars;
  return Object.freeze({
    line,
    kind,
    ars,
    ags,
    name,
    textCode,
    areaHectares,
    population,
    male,
    postcode,
    degreeOfUrbanisation,
  });
}
