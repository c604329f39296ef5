import { describePlugin } from '@kreisweit/plugin-kit/testing';
import { languagePlugin } from './language-plugin.ts';

const file = new URL('../fixtures/language-invented.csv', import.meta.url);

describePlugin(languagePlugin, {
  fixtures: [
    {
      file,
      input: 'ownFigures',
      golden: [
        { territory: '12070', measure: 'participants', period: '2022', value: 160 },
        {
          territory: '12070',
          measure: 'participants',
          period: '2022',
          breakdown: { sex: 'female' },
          value: 80,
        },
        { territory: '12070', measure: 'waitingDays', period: '2022', value: 45.5 },
        { territory: '09473', measure: 'waitingDays', period: '2022', value: null, sign: '.' },
      ],
      districts: [
        { district: '12070', key: 'b1Share', period: '2022', value: 60 },
        { district: '12070', key: 'placesPerEligible', period: '2022', value: 66.7 },
        { district: '12070', key: 'placesTaken', period: '2022', value: 80 },
        { district: '09473', key: 'waitingDays', period: '2022', value: null },
      ],
    },
  ],
});
