import { degreeOfUrbanisationTitles } from '@kreisweit/domain';
import type { RegisterEntryRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { DegreeOfUrbanisation } from './degree-of-urbanisation.ts';
import { optionalLocalisedField } from './localised-field.ts';
import { Municipality } from './municipality.ts';

const HECTARES_PER_SQUARE_KILOMETRE = 100;

/** What one register says about a municipality. */
export const RegisterEntry = builder.objectRef<RegisterEntryRow>('RegisterEntry').implement({
  description:
    'What one edition of the official municipality register says about a municipality. Null is what it does not say.',
  fields: (t) => ({
    territoryDate: t.expose('territoryDate', {
      type: 'Date',
      description: 'The day whose boundaries the register shows (Gebietsstand).',
    }),
    populationDate: t.expose('populationDate', {
      type: 'Date',
      description: 'The day on which the inhabitants were counted, often earlier than `territoryDate`.',
    }),
    population: t.exposeInt('population', {
      nullable: true,
      description:
        'Inhabitants as the register of that day gives them; for figures over time see the series of an indicator.',
    }),
    malePopulation: t.exposeInt('malePopulation', {
      nullable: true,
      description: 'Male inhabitants.',
    }),
    squareKilometres: t.float({
      nullable: true,
      description: 'Its area in km², exact to the hectare (0.01 km²).',
      resolve: ({ areaHectares }) =>
        areaHectares === null ? null : areaHectares / HECTARES_PER_SQUARE_KILOMETRE,
    }),
    postcode: t.exposeString('postcode', {
      nullable: true,
      description: 'Postcode of the seat of its administration; a municipality can have several.',
    }),
    degreeOfUrbanisation: t.expose('degreeOfUrbanisation', {
      type: DegreeOfUrbanisation,
      nullable: true,
      description:
        'How urban or rural it is. The method and the grid below it are revised from time to time: another degree in a ' +
        'later register need not be a change on the ground.',
    }),
    degreeOfUrbanisationTitle: optionalLocalisedField(
      t,
      'The same as people read it: `gering besiedelt`, `Rural areas`.',
      ({ degreeOfUrbanisation }) =>
        degreeOfUrbanisation === null ? null : degreeOfUrbanisationTitles[degreeOfUrbanisation],
    ),
  }),
});

builder.objectField(Municipality, 'registerEntries', (t) =>
  t.field({
    ...listOf(3),
    type: [RegisterEntry],
    description:
      'What the imported municipality registers say about it, the oldest first; empty where none shows it.',
    resolve: ({ id }, _, { loaders }) => loaders.registerEntries.load(id),
  }),
);
