import { describePlugin } from '@kreisweit/plugin-kit/testing';
import { healthPlugin } from './health-plugin.ts';

const file = new URL('../fixtures/health-invented.csv', import.meta.url);

describePlugin(healthPlugin, {
  fixtures: [
    {
      file,
      input: 'ownFigures',
      golden: [{ territory: '09473', measure: 'overweightOther', period: '2022', value: 3 }],
      districts: [
        { district: '12070', key: 'otherLanguageShare', period: '2022', value: 9.1 },
        { district: '12070', key: 'fullCheckupShareOther', period: '2022', value: 60 },
        { district: '03153', key: 'supportNeedShareOther', period: '2022', value: 50 },
        { district: '09473', key: 'overweightShareGerman', period: '2022', value: 6.7 },
        // Three children: a share would tell of them.
        {
          district: '09473',
          key: 'overweightShareOther',
          period: '2022',
          value: null,
          status: 'CONFIDENTIAL',
        },
        { district: '09473', key: 'overweightShareOther', period: '2023', value: 11.1 },
      ],
    },
  ],
});
