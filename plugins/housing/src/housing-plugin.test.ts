import { describePlugin } from '@kreisweit/plugin-kit/testing';
import { populationPlugin as population } from '@kreisweit/plugin-population';
import { housingPlugin } from './housing-plugin.ts';

const file = new URL('../fixtures/housing-invented.csv', import.meta.url);

describePlugin(housingPlugin, {
  others: [population],
  fixtures: [
    {
      file,
      input: 'ownFigures',
      golden: [{ territory: '12070', measure: 'recognisedInShelters', period: '2023', value: 150 }],
      districts: [
        { district: '12070', key: 'shareInShelters', period: '2022', value: 36 },
        { district: '12070', key: 'recognisedShare', period: '2022', value: 33.3 },
        { district: '03153', key: 'occupancy', period: '2022', value: 87.5 },
      ],
    },
  ],
});
