import { expect, test } from 'vitest';
import { designations } from '../territory/designation.ts';
import { isSelfGoverning, partiesOf } from './party.ts';

test('areas outside any municipality have no council that could decide', () => {
  expect(designations.filter((designation) => !isSelfGoverning(designation))).toEqual([
    'gemeindefreiesGebietBewohnt',
    'gemeindefreiesGebiet',
  ]);
  expect(isSelfGoverning(null)).toBe(true);
});

test('parties stand in one order, however they were named', () => {
  const municipalities = ['03153016', '03153002'];
  expect(partiesOf('03153', { on: '2026-01-01', municipalities, actors: ['b', 'a'] })).toEqual([
    { kind: 'DISTRICT', key: '03153' },
    { kind: 'MUNICIPALITY', key: '03153002' },
    { kind: 'MUNICIPALITY', key: '03153016' },
    { kind: 'ACTOR', key: 'a' },
    { kind: 'ACTOR', key: 'b' },
  ]);
  expect(municipalities).toEqual(['03153016', '03153002']);
});
