import { expect, test } from 'vitest';
import { designationOf, designations, designationTitles } from './designation.ts';

test.each([
  ['41', 'kreisfreieStadt'],
  ['61', 'kreisfreieStadt'],
  ['43', 'kreis'],
  ['44', 'landkreis'],
  ['52', 'samtgemeinde'],
  ['58', 'erfuellendeGemeinde'],
  ['60', 'markt'],
  ['66', 'gemeindefreiesGebiet'],
])('Textkennzeichen %s is %s', (code, designation) => {
  expect(designationOf(code)).toBe(designation);
});

test.each([null, '', '57', '99', '4'])('%s, whose meaning is not certain, is none', (code) => {
  expect(designationOf(code)).toBeNull();
});

test('every designation has a title of its own in both languages', () => {
  for (const language of ['de', 'en'] as const) {
    const titles = designations.map((designation) => designationTitles[designation][language]);
    expect(new Set(titles).size).toBe(designations.length);
  }
});
