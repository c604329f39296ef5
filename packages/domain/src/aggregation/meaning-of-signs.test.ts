import { expect, test } from 'vitest';
import { readCell } from '../observation/cell.ts';
import { meaningOfSigns } from './meaning-of-signs.ts';

/** What the cells of a file of municipalities mean; each is written `territory period text`. Only `old` is proven live. */
function meaning(kind: 'full' | 'partial', ...cells: readonly string[]): readonly string[] {
  const deliveries = cells.map((cell) => {
    const [territory = '', period = '', text = ''] = cell.split(' ');
    const figure = readCell(text, { decimal: ',' });
    if (typeof figure === 'string') throw new Error(figure);
    return { territory, measure: 'a', period, breakdown: '', figure, association: null };
  });
  const release = { input: 'one', kind, levels: ['municipality' as const], deliveries };
  return meaningOfSigns(release, {
    levelOf: () => 'municipality',
    isProvenLive: (territory) => territory === 'old',
  }).deliveries.map(({ figure }) => String(figure.value ?? figure.status));
}

test('"-" is a zero where a register or a figure of the same period proves the unit live', () => {
  expect(meaning('full', 'old 2014 -', 'old 2015 1')).toEqual(['0', '1']);
  expect(meaning('full', 'new 2014 -', 'new 2015 1')).toEqual(['NOT_AVAILABLE', '1']);
  expect(meaning('full', 'new 2014 -', 'new 2014 1')).toEqual(['0', '1']);
});

test('"-" in all cells of a unit is missing', () => {
  expect(meaning('full', 'old 2014 -', 'old 2015 -')).toEqual(['NOT_AVAILABLE', 'NOT_AVAILABLE']);
});

test('"-" is never a zero where its file or its measure says so', () => {
  const figure = { value: null, status: 'NOT_AVAILABLE', flags: 0, sign: '-' } as const;
  const cell = { territory: 'old', period: '2015', breakdown: '', association: null };
  const deliveries = ['rate', 'count'].map((measure) => ({ ...cell, measure, figure }));
  const counted = {
    ...cell,
    measure: 'other',
    figure: { ...figure, value: 1, status: 'NORMAL', sign: null } as const,
  };
  const release = { input: 'one', kind: 'full', levels: [], deliveries: [...deliveries, counted] } as const;
  const read = meaningOfSigns(release, {
    levelOf: () => 'municipality',
    isProvenLive: () => true,
    dashSaysNothing: ({ measure }, input) => measure === 'rate' && input === 'one',
  });
  expect(read.deliveries.map(({ figure: { value } }) => value)).toEqual([null, 0, 1]);
});

test('"." through a level of a whole table says that the table does not go down to it', () => {
  const tabulated = 'NOT_COLLECTED_AT_LEVEL';
  expect(meaning('full', 'old 2014 .', 'new 2014 .')).toEqual([tabulated, tabulated]);
  const hidden = 'CONFIDENTIAL_OR_UNKNOWN';
  expect(meaning('partial', 'old 2014 .', 'new 2014 .')).toEqual([hidden, hidden]);
  expect(meaning('full', 'old 2014 .', 'new 2014 1')).toEqual([hidden, '1']);
  expect(meaning('full', 'old 2014 .', 'new 2015 .')).toEqual([hidden, hidden]);
});
