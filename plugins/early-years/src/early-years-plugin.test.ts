import { describePlugin } from '@kreisweit/plugin-kit/testing';
import { earlyYearsPlugin } from './early-years-plugin.ts';

const file = new URL('../fixtures/early-years-invented.csv', import.meta.url);

describePlugin(earlyYearsPlugin, {
  fixtures: [
    {
      file,
      input: 'ownFigures',
      golden: [
        { territory: '12070', measure: 'childrenUnder3', period: '2022', value: 1_500 },
        { territory: '09473159', measure: 'migrationInCare3To5', period: '2023', value: 50 },
      ],
      districts: [
        { district: '12070', key: 'careRateUnder3', period: '2022', value: 53.3, origin: 'DELIVERED' },
        { district: '12070', key: 'migrationCareRate3To5', period: '2022', value: 80 },
        { district: '03153', key: 'otherLanguageShare3To5', period: '2023', value: 20 },
      ],
    },
  ],
});
