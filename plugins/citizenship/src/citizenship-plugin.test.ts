import { fileURLToPath } from 'node:url';
import { openInput } from '@kreisweit/plugin-kit';
import { describePlugin, excerpt, readFixture } from '@kreisweit/plugin-kit/testing';
import { populationPlugin as population } from '@kreisweit/plugin-population';
import { describe, expect, it } from 'vitest';
import { citizenshipPlugin } from './citizenship-plugin.ts';

const NATURALISATIONS = new URL(
  '../../../../shared/data/observations/districts/12511-01-01-4.csv',
  import.meta.url,
);

const germany = { territory: 'DG', period: '2016', measure: 'naturalisations' } as const;
const prignitz = { ...germany, territory: '12070' } as const;
const result = { district: '12070', period: '2016' } as const;

describePlugin(citizenshipPlugin, {
  others: [population],
  fixtures: [
    {
      file: excerpt(NATURALISATIONS, ['DG', '12', '12070', '10041', '10041100']),
      input: 'byOrigin',
      golden: [
        { ...germany, value: 110_383 },
        { ...germany, breakdown: { regionOfOrigin: 'europe' }, value: 65_593 },
        { ...germany, breakdown: { regionOfOrigin: 'unknown' }, value: 1389 },
        { ...germany, measure: 'naturalisationsFromEurope', value: 65_593 },
        { ...prignitz, value: 11 },
        { ...prignitz, breakdown: { regionOfOrigin: 'asia' }, value: 2 },
        { ...prignitz, breakdown: { regionOfOrigin: 'africa' }, value: null, sign: '-' },
        { ...germany, territory: '10041100', value: null, status: 'CONFIDENTIAL_OR_UNKNOWN' },
      ],
      // 11 were naturalised in 2016, 9 in 2015; of the 11 eight from Europe, two from Asia.
      districts: [
        { ...result, key: 'naturalisations', value: 11 },
        { ...result, key: 'naturalisations', breakdown: { regionOfOrigin: 'europe' }, value: 8 },
        { ...result, key: 'naturalisations', breakdown: { regionOfOrigin: 'africa' }, value: 0 },
        { ...result, key: 'europeShare', value: 72.7 },
        { ...result, key: 'asiaShare', value: 18.2 },
        { ...result, key: 'africaShare', value: 0 },
        { ...result, key: 'naturalisationsChange', value: 22.2 },
      ],
    },
  ],
});

describe('the whole table of the citizenship plug-in', () => {
  it('is read completely, and in its older encoding', async () => {
    // Seven columns, three of them once more for formulas.
    const values = 526 * 6 * 10;
    const { problems, account, observations } = await readFixture(citizenshipPlugin, {
      file: NATURALISATIONS,
    });
    expect({ problems, account }).toEqual({
      problems: [],
      account: { rows: 526 * 6, values, delivered: values, skipped: [] },
    });
    expect(observations).toHaveLength(values);
    const { title } = await openInput(citizenshipPlugin, fileURLToPath(NATURALISATIONS));
    expect(title).toBe('Einbürgerungen von Ausländern nach Kontinenten - Jahr -');
  });
});
