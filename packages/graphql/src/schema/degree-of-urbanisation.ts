import { type DegreeOfUrbanisation as Degree, degreeOfUrbanisationTitles } from '@kreisweit/domain';
import type { RegisterEntryRow, TerritoryRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { languageArgument } from './localised-field.ts';
import { Municipality } from './municipality.ts';

/** How urban or rural a municipality is. */
export const DegreeOfUrbanisation = builder.enumType('DegreeOfUrbanisation', {
  description:
    'How urban or rural a municipality is: the degree of urbanisation of Eurostat (DEGURBA, Grad der Verstädterung; ' +
    'EU-Stadt-/Landgliederung in older registers), from where its inhabitants live on a grid of square kilometres.',
  values: {
    CITIES: {
      value: 1,
      description:
        'Cities: at least half of the inhabitants live in urban centres (dicht besiedelt, key 01).',
    },
    TOWNS_AND_SUBURBS: {
      value: 2,
      description:
        'Towns and suburbs: less than half live in urban centres, and at most half in rural cells of the grid ' +
        '(mittlere Besiedlungsdichte, key 02).',
    },
    RURAL: {
      value: 3,
      description:
        'Rural areas: more than half of the inhabitants live in rural cells of the grid (gering besiedelt, key 03).',
    },
  } as const,
});

builder.objectFields(Municipality, (t) => ({
  degreeOfUrbanisation: t.field({
    type: DegreeOfUrbanisation,
    nullable: true,
    description:
      'How urban or rural it is, by the last register that says so on or before the day that it is shown at, else by the ' +
      'first one after; null where none says it. See `registerEntries` for every register.',
    resolve: (municipality, _, context) => degreeOf(municipality, context),
  }),
  degreeOfUrbanisationTitle: t.string({
    nullable: true,
    description: 'The same as people read it: `gering besiedelt`, `Rural areas`.',
    args: { lang: languageArgument(t) },
    resolve: async (municipality, { lang }, context) => {
      const degree = await degreeOf(municipality, context);
      return degree === null ? null : degreeOfUrbanisationTitles[degree][lang];
    },
  }),
}));

async function degreeOf({ id, asAt }: TerritoryRow, { loaders }: Context): Promise<Degree | null> {
  return degreeOn(asAt, await loaders.registerEntries.load(id));
}

/** ISO days compare as texts, and so does `infinity`, the day of what is shown as it is at last. */
function degreeOn(day: string, entries: readonly RegisterEntryRow[]): Degree | null {
  const known = entries.filter(({ degreeOfUrbanisation }) => degreeOfUrbanisation !== null);
  const entry = known.findLast(({ territoryDate }) => territoryDate <= day) ?? known[0];
  return entry?.degreeOfUrbanisation ?? null;
}
