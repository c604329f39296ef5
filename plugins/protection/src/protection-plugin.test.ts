import { describePlugin, excerpt, readFixture } from '@kreisweit/plugin-kit/testing';
import { populationPlugin as population } from '@kreisweit/plugin-population';
import { describe, expect, it } from 'vitest';
import { protectionPlugin } from './protection-plugin.ts';

const RECIPIENTS = new URL(
  '../../../../shared/data/observations/districts/22221-01-01-4_00.csv',
  import.meta.url,
);

const year = { territory: '12070', period: '2015' } as const;
const result = { district: '12070', period: '2015' } as const;

describePlugin(protectionPlugin, {
  others: [population],
  fixtures: [
    {
      file: excerpt(RECIPIENTS, ['DG', '12', '12070', '01051']),
      input: 'recipientsByDistrict',
      golden: [
        { territory: 'DG', period: '2015', measure: 'recipients', value: 974_551 },
        { ...year, measure: 'recipients', value: 1183 },
        { ...year, measure: 'recipients', breakdown: { sex: 'female' }, value: 371 },
        { ...year, measure: 'femaleRecipients', value: 371 },
        { ...year, measure: 'basicBenefitRecipients', value: 1044 },
        { ...year, measure: 'livelihoodAssistanceRecipients', value: 139 },
        { ...year, measure: 'recipientsUnder7', value: 189 },
        { ...year, measure: 'recipientsAged7To17', value: 164 },
        { ...year, measure: 'recipients', breakdown: { ageGroupBenefits: '7-17' }, value: 164 },
        { ...year, measure: 'recipients', breakdown: { ageGroupBenefits: '65plus' }, value: 2 },
        { territory: '12070', period: '2014', measure: 'livelihoodAssistanceRecipients', value: 0 },
        {
          territory: '01051',
          period: '2014',
          measure: 'recipientsAged7To17',
          value: null,
          status: 'CONFIDENTIAL_OR_UNKNOWN',
        },
      ],
      // 189 + 164 of 1,183 are children, 371 women, 1,044 with basic benefits; the year before it were 284.
      districts: [
        { ...result, key: 'recipients', breakdown: { ageGroupBenefits: '0-6' }, value: 189 },
        { ...result, key: 'childrenShare', value: 29.8 },
        { ...result, key: 'youngAdultsShare', value: 25.8 },
        { ...result, key: 'womenShare', value: 31.4 },
        { ...result, key: 'basicBenefitsShare', value: 88.3 },
        { ...result, key: 'recipientsChange', value: 316.5 },
        {
          district: '01051',
          key: 'childrenShare',
          period: '2014',
          value: null,
          status: 'CONFIDENTIAL_OR_UNKNOWN',
        },
      ],
    },
    {
      file: new URL('../fixtures/protection-invented.csv', import.meta.url),
      input: 'ownFigures',
      golden: [
        { ...year, measure: 'unaccompaniedMinors', value: 36 },
        { territory: '03153', period: '2015', measure: 'unaccompaniedMinors', value: null, sign: '...' },
        { ...year, measure: 'allocationQuota', value: 1020 },
      ],
      districts: [
        { ...result, key: 'allocationFulfilled', value: 90 },
        { district: '03153', key: 'allocationFulfilled', period: '2015', value: 121 },
        {
          district: '03153',
          key: 'unaccompaniedMinors',
          period: '2014',
          value: null,
          status: 'CONFIDENTIAL',
        },
      ],
    },
  ],
});

describe('the whole table of the protection plug-in', () => {
  it('is read completely', async () => {
    // Ten columns, four of them once more for formulas.
    const values = 526 * 6 * 14;
    const { problems, account, observations } = await readFixture(protectionPlugin, { file: RECIPIENTS });
    expect({ problems, account }).toEqual({
      problems: [],
      account: { rows: 526 * 6, values, delivered: values, skipped: [] },
    });
    expect(observations).toHaveLength(values);
  });
});
