import { describePlugin, excerpt, readFixture } from '@kreisweit/plugin-kit/testing';
import { describe, expect, it } from 'vitest';
import { schoolPlugin } from './school-plugin.ts';

const LEAVERS = new URL('../../../../shared/data/observations/districts/21111-02-06-4.csv', import.meta.url);

const year = { territory: '12070', period: '2015' } as const;
const result = { district: '12070', period: '2015' } as const;

describePlugin(schoolPlugin, {
  fixtures: [
    {
      file: excerpt(LEAVERS, ['DG', '12', '12070', '03153', '14511', '09162']),
      input: 'leaversByDistrict',
      golden: [
        // The file says 2015 for the school year 2014/15, of which 846,423 leavers were published.
        { territory: 'DG', period: '2015', measure: 'leavers', value: 846_423 },
        { ...year, measure: 'leavers', value: 553 },
        { ...year, measure: 'femaleLeavers', value: 301 },
        { ...year, measure: 'leavers', breakdown: { sex: 'female' }, value: 301 },
        { ...year, measure: 'leavers', breakdown: { schoolCertificate: 'none' }, value: 65 },
        { ...year, measure: 'leavers', breakdown: { schoolCertificate: 'none', sex: 'female' }, value: 34 },
        { ...year, measure: 'leavers', breakdown: { schoolCertificate: 'general' }, value: 170 },
        { ...year, measure: 'leaversWithoutCertificate', value: 65 },
        { ...year, measure: 'femaleLeaversWithoutCertificate', value: 34 },
        { ...year, measure: 'leaversWithSchoolPartOfAppliedEntrance', value: 19 },
        { ...year, measure: 'leaversWithUniversityEntrance', value: 170 },
        {
          territory: '03153',
          period: '2015',
          measure: 'leavers',
          breakdown: { schoolCertificate: 'applied' },
          value: null,
          sign: '.',
        },
        {
          territory: '14511',
          period: '2015',
          measure: 'leavers',
          breakdown: { schoolCertificate: 'applied' },
          value: null,
          status: 'NOT_APPLICABLE',
        },
        { territory: '09162', period: '1995', measure: 'femaleLeavers', value: null, sign: '.' },
      ],
      districts: [
        { ...result, key: 'leavers', breakdown: { schoolCertificate: 'none' }, value: 65 },
        { ...result, key: 'withoutCertificateShare', value: 11.8 },
        { ...result, key: 'withoutCertificateShare', breakdown: { sex: 'female' }, value: 11.3 },
        { ...result, key: 'lowerCertificateShare', value: 11.6 },
        { ...result, key: 'intermediateCertificateShare', value: 45.9 },
        { ...result, key: 'universityEntranceShare', value: 30.7 },
        { ...result, key: 'femaleWithoutCertificateShare', value: 11.3 },
        { ...result, key: 'womenAmongWithoutCertificate', value: 52.3 },
        { ...result, key: 'womenAmongUniversityEntrance', value: 62.9 },
      ],
    },
    {
      file: new URL('../fixtures/school-invented.csv', import.meta.url),
      input: 'ownFigures',
      golden: [
        { ...year, measure: 'preparatoryClassPupils', value: 122 },
        { ...year, measure: 'pupils', value: 6100 },
      ],
      districts: [
        { ...result, key: 'preparatoryClassShare', value: 2 },
        { district: '03153', key: 'preparatoryClassShare', period: '2015', value: 0 },
        {
          district: '12070',
          key: 'preparatoryClassShare',
          period: '2014',
          value: null,
          status: 'CONFIDENTIAL',
        },
      ],
    },
  ],
});

describe('the whole table of the school plug-in', () => {
  it('is read completely', async () => {
    // Fourteen columns; eight of single certificates come once more, and girls of three for formulas.
    const values = 526 * 21 * 25;
    const { problems, account, observations } = await readFixture(schoolPlugin, { file: LEAVERS });
    expect({ problems, account }).toEqual({
      problems: [],
      account: {
        rows: 526 * 21,
        values,
        delivered: values - 2,
        skipped: [{ reason: 'a count below zero in the table of the institute', values: 2 }],
      },
    });
    expect(observations).toHaveLength(values - 2);
  });
});
