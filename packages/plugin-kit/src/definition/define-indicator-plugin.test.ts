import { describe, expect, it } from 'vitest';
import { lag, per, ref, share } from '../formula/formula-nodes.ts';
import { defineIndicatorPlugin } from './define-indicator-plugin.ts';

const title = { de: 'Titel', en: 'Title' };
const statistic = { title, institute: 'Kreis', licence: 'dl-de/by-2-0', populationBase: 'places' };
const places = {
  title,
  unit: 'count',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '03-01' },
  disclosure: 'none',
} as const;

const frame = {
  id: 'care-places',
  apiVersion: 1,
  title,
  statistics: { daycare: statistic },
  measures: { places, children: { ...places, unit: 'person', disclosure: { minimum: 3 } } },
} as const;

describe('defineIndicatorPlugin', () => {
  it('is plain data with qualified formulas', () => {
    const plugin = defineIndicatorPlugin({
      ...frame,
      indicators: {
        taken: { title, unit: 'percent', decimals: 1, formula: (m) => share(m.children, m.places) },
        supply: {
          title,
          unit: 'per_1000',
          decimals: 1,
          formula: (m) => per(1000, m.places, lag(ref('population/residents'), 1)),
        },
      },
    });
    expect(JSON.parse(JSON.stringify(plugin))).toEqual(plugin);
    expect(plugin.indicators.supply?.formula).toMatchInlineSnapshot(`
      {
        "denominator": {
          "of": {
            "key": "population/residents",
            "op": "indicator",
          },
          "op": "lag",
          "periods": 1,
        },
        "factor": 1000,
        "numerator": {
          "key": "care-places/places",
          "op": "measure",
        },
        "op": "per",
      }
    `);
    expect(plugin.indicators.taken?.formula).toMatchInlineSnapshot(`
      {
        "op": "share",
        "part": {
          "key": "care-places/children",
          "op": "measure",
        },
        "whole": {
          "key": "care-places/places",
          "op": "measure",
        },
      }
    `);
  });

  it('freezes a copy down to the last text, and leaves what it was given alone', () => {
    const given = { ...frame, statistics: { daycare: { ...statistic } } };
    const plugin = defineIndicatorPlugin(given);
    const parts: unknown[] = [plugin];
    for (const part of parts) {
      expect(Object.isFrozen(part)).toBe(true);
      if (typeof part === 'object' && part !== null) parts.push(...Object.values(part));
    }
    expect(parts.length).toBeGreaterThan(30);
    expect(Object.isFrozen(given.statistics.daycare)).toBe(false);
  });

  it('keeps load as the one thing that is no data', () => {
    const plugin = defineIndicatorPlugin({
      ...frame,
      inputs: { list: { level: 'district', reader: 'genesis', table: '22541-01-01-4' } },
      async *load({ table, signal }) {
        signal.throwIfAborted();
        for await (const rows of table.rows()) yield rows.map(() => never());
      },
    });
    expect(typeof plugin.load).toBe('function');
    expect(plugin.inputs.list).toMatchObject({ table: '22541-01-01-4' });
  });

  it('refuses wrong names as type errors', () => {
    const taken = { title, unit: 'percent', decimals: 1 } as const;
    defineIndicatorPlugin({
      ...frame,
      // @ts-expect-error Property 'plces' does not exist on type 'MeasureRefs<"places" | "children">'. Did you mean 'places'?
      indicators: { taken: { ...taken, formula: (m) => share(m.plces, m.places) } },
    });
    const list = { level: 'district', reader: 'genesis', table: '22541-01-01-4' } as const;
    defineIndicatorPlugin({
      ...frame,
      // @ts-expect-error Type '"dayCare"' is not assignable to type '"daycare"'
      inputs: { list: { ...list, statistic: 'dayCare' } },
    });
    defineIndicatorPlugin({
      ...frame,
      // @ts-expect-error Type '"place"' is not assignable to type '"places" | "children"'
      inputs: { list: { ...list, columns: [{ header: ['Plätze'], measure: 'place' }] } },
    });
    // @ts-expect-error a measure must say how it adds up
    defineIndicatorPlugin({ ...frame, measures: { places: { ...places, rollup: undefined } } });
    // @ts-expect-error no such unit
    defineIndicatorPlugin({ ...frame, measures: { places: { ...places, unit: 'places' } } });
    // @ts-expect-error another contract
    defineIndicatorPlugin({ ...frame, apiVersion: 2 });
    expect.assertions(0);
  });
});

function never(): never {
  throw new Error('is not called');
}
