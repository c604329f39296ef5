import { describePlugin } from '@kreisweit/plugin-kit/testing';
import { openingPlugin } from './opening-plugin.ts';

const file = new URL('../fixtures/opening-invented.csv', import.meta.url);

describePlugin(openingPlugin, {
  fixtures: [
    {
      file,
      input: 'ownFigures',
      golden: [
        { territory: '09473151', measure: 'councilMembersWithMigrationHistory', period: '2022', value: 0 },
      ],
      districts: [
        { district: '12070', key: 'staffMigrationShare', period: '2022', value: 7.5 },
        { district: '12070', key: 'staffResponseShare', period: '2022', value: 66.7 },
        { district: '03153', key: 'staffTrainedShare', period: '2022', value: 33.3 },
        { district: '12070', key: 'educatorMigrationShare', period: '2022', value: 7.5 },
        { district: '12070', key: 'councilMigrationShare', period: '2022', value: 6.7 },
      ],
    },
  ],
});
