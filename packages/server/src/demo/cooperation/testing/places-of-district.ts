import type { TaskTerritory } from '@kreisweit/domain';
import { demoRegisterLater } from '../../demo-register.ts';
import { demoMunicipalities } from '../demo-municipalities.ts';

/** The places in which tasks are carried out, by the later register of the demo. */
export function placesOfDistrict(district: string): readonly TaskTerritory[] {
  const inDistrict = demoRegisterLater.entries.filter(({ ars }) => ars.startsWith(district));
  const associations = inDistrict.filter(({ kind, textCode }) => kind === 'association' && textCode !== '50');
  const keys = new Set(demoMunicipalities(district));
  return [
    { key: district, kind: 'district', sameAs: null, association: null, district: null },
    ...associations.map(
      ({ ars }): TaskTerritory => ({
        key: ars,
        kind: 'association',
        sameAs: null,
        association: null,
        district,
      }),
    ),
    ...inDistrict
      .filter(({ ags }) => ags !== null && keys.has(ags))
      .map(({ ars, ags }): TaskTerritory => {
        const association = associations.find((each) => ars.startsWith(each.ars))?.ars ?? null;
        return { key: ags ?? '', kind: 'municipality', sameAs: null, association, district };
      }),
  ];
}
