import { describePlugin } from '@kreisweit/plugin-kit/testing';
import { myFiguresPlugin } from './my-figures-plugin.ts';

const file = new URL('../fixtures/invented-figures.csv', import.meta.url);
describePlugin(myFiguresPlugin, {
  fixtures: [{ file, districts: [{ district: '03153', key: 'employedShare', period: '2022', value: 35 }] }],
});
