import {
  type DecisionPopulation,
  designationOf,
  isSelfGoverning,
  type MunicipalityInhabitants,
} from '@kreisweit/domain';
import { demoRegisterLater } from '../demo-register.ts';

/** The day of the register whose municipalities and inhabitants the demo decides with. */
export const demoRegisterDay = demoRegisterLater.territoryDate;

/** The municipalities of a district (AGS) in the later register of the demo; areas without a council of their own are left out. */
export function demoMunicipalities(district: string): readonly string[] {
  return municipalitiesOf(district).map(({ municipality }) => municipality);
}

/** The inhabitants of these municipalities. */
export function demoPopulation(district: string): DecisionPopulation {
  return { registerDate: demoRegisterDay, municipalities: municipalitiesOf(district) };
}

function municipalitiesOf(district: string): readonly MunicipalityInhabitants[] {
  return demoRegisterLater.entries.flatMap(({ kind, ags, textCode, population }) => {
    if (kind !== 'municipality' || ags === null || !ags.startsWith(district)) return [];
    return isSelfGoverning(designationOf(textCode)) ? [{ municipality: ags, inhabitants: population }] : [];
  });
}
