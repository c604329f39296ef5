import { describe, expect, test } from 'vitest';
import { sourceUnits, type UnitRow } from './source-units.ts';

/** A source in two halves: nothing shows whether 4 km2 are each half or the whole. */
const halves = [row(1, 3156000, 0.5, 4), row(2, 3156000, 0.5, 4)];
const divided = [row(3, 9671456, 0.25, 1), row(4, 9671456, 0.75, 3)];
const repeated = [row(5, 12065332, 0.01, 23.42), row(6, 12065332, 0.99, 23.42)];

describe('a source with equal shares and equal figures', () => {
  test('is written as the other sources of its file are', () => {
    expect(areas([...halves, ...divided])).toEqual({ '03156000': 800, '09671456': 400 });
    expect(areas([...halves, ...repeated])).toEqual({ '03156000': 400, '12065332': 2342 });
  });

  test('has no figures where nothing tells', () => {
    expect(areas(halves)).toEqual({ '03156000': null });
    expect(areas([...halves, ...divided, ...repeated])).toMatchObject({ '03156000': null });
  });
});

test('an empty figure is null, a single row is the whole, hundreds become persons', () => {
  const silent = { ...row(1, 1001000, 1, Number.NaN), population: 911.13, employees: 0 };
  expect(sourceUnits([silent], String).units).toEqual([
    { key: '1001000', name: 'A', areaHectares: null, population: 91_113, employees: 0 },
  ]);
});

test('figures that are neither divided nor repeated are reported', () => {
  const { problems } = sourceUnits([row(7, 9671456, 0.25, 3), row(8, 9671456, 0.75, 1)], String);
  expect(problems).toMatchInlineSnapshot(`
    [
      {
        "line": 7,
        "message": "the figures of 9671456 differ between its 2 rows, but not as their area shares do; use the file as published",
      },
    ]
  `);
});

function row(line: number, source: number, areaShare: number, area: number): UnitRow {
  return { line, source, name: 'A', areaShare, area, population: 0, employees: 0 };
}

function areas(rows: readonly UnitRow[]) {
  const { units } = sourceUnits(rows, (key) => String(key).padStart(8, '0'));
  return Object.fromEntries(units.map(({ key, areaHectares }) => [key, areaHectares]));
}
