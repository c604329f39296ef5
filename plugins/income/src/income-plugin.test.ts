import { describePlugin, excerpt, readFixture } from '@kreisweit/plugin-kit/testing';
import { populationPlugin as population } from '@kreisweit/plugin-population';
import { describe, expect, it } from 'vitest';
import { incomePlugin } from './income-plugin.ts';

const RECIPIENTS = new URL(
  '../../../../shared/data/observations/districts/22811-01-01-4_00.csv',
  import.meta.url,
);

const year = { territory: '12070', period: '2015' } as const;
const result = { district: '12070', period: '2015' } as const;
const reform = { district: '09274', period: '2011' } as const;

const prignitz = {
  recipients: 10_853,
  sgb2Recipients: 8_402,
  sgb2EmployableRecipients: 6_462,
  sgb2NonEmployableRecipients: 1_940,
  subsistenceRecipients: 210,
  basicSecurityRecipients: 1_058,
  asylumBenefitRecipients: 1_183,
};

describePlugin(incomePlugin, {
  others: [population],
  fixtures: [
    {
      file: excerpt(RECIPIENTS, ['DG', '12', '12070', '03153', '09473', '09274', '13071']),
      input: 'recipientsByDistrict',
      golden: [
        ...Object.entries(prignitz).map(([measure, value]) => ({ ...year, measure, value })),
        { territory: '03153', period: '2011', measure: 'recipients', value: 14_957 },
        { territory: '09473', period: '2015', measure: 'asylumBenefitRecipients', value: 525 },
        { territory: 'DG', period: '2010', measure: 'recipients', value: 7_175_641 },
        { territory: '09274', period: '2011', measure: 'recipients', value: null, sign: '-' },
      ],
      districts: [
        { ...result, key: 'asylumShareOfRecipients', value: 10.9 },
        { ...result, key: 'sgb2ShareOfRecipients', value: 77.4 },
        { ...result, key: 'basicSecurityShareOfRecipients', value: 9.7 },
        { ...result, key: 'nonEmployableShareOfSgb2', value: 23.1 },
        // Here a `-` is no zero: the total is missing beside parts that are counted.
        { ...reform, key: 'sgb2Recipients', value: 2_069 },
        { ...reform, key: 'basicSecurityRecipients', value: 653 },
        { ...reform, key: 'asylumBenefitRecipients', value: 0 },
        { ...reform, key: 'recipients', value: null, status: 'NOT_AVAILABLE' },
        { ...reform, key: 'sgb2ShareOfRecipients', value: null, status: 'NOT_AVAILABLE' },
      ],
    },
  ],
});

describe('the whole table of the income plug-in', () => {
  it('is read completely', async () => {
    const { problems, account, observations } = await readFixture(incomePlugin, { file: RECIPIENTS });
    const values = 3_156 * 7;
    expect({ problems, account }).toEqual({
      problems: [],
      account: { rows: 3_156, values, delivered: values, skipped: [] },
    });
    const dashes = observations.filter(({ cell }) => cell.value === null);
    expect(new Set(dashes.map(({ cell }) => cell.sign))).toEqual(new Set(['-']));
    expect(dashes).toHaveLength(478 + 3 * 462 + 3 * 442);
  });
});
