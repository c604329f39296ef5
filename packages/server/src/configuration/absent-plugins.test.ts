import type { Catalogue, Indicator } from '@kreisweit/domain';
import { expect, test } from 'vitest';
import { builtInCatalogue } from '../plugins.ts';
import { absentPlugins, whyNotDropped } from './absent-plugins.ts';

const loaded = builtInCatalogue();
const title = { de: 'Titel', en: 'Title' };
const [anIndicator] = loaded.indicators;
if (anIndicator === undefined) throw new Error('the built-in plug-ins define no indicator');

/** An indicator of a plug-in that reads a measure, under its own name. */
const indicator = (plugin: string, measure: string): Indicator => ({
  ...anIndicator,
  key: `${plugin}/${plugin}`,
  plugin,
  formula: { op: 'measure', key: measure },
  resolved: { op: 'measure', key: measure },
});
/** A store in which `beds` and `nights` (of beds) were published by plug-ins that are gone. */
const stored: Catalogue = {
  ...loaded,
  plugins: [...loaded.plugins, ...['beds', 'nights'].map((id) => ({ id, title, plausibility: [] }))],
  indicators: [...loaded.indicators, indicator('beds', 'beds/beds'), indicator('nights', 'beds/beds')],
};
const absent = absentPlugins(stored, loaded);

test('absent is what the store knows and what is not loaded', () => {
  expect(absent).toEqual([
    { id: 'beds', indicators: 1 },
    { id: 'nights', indicators: 1 },
  ]);
  expect(absentPlugins(loaded, loaded)).toEqual([]);
});

test('one that another absent one uses is only dropped together with it', () => {
  const why = (...drop: readonly string[]) => whyNotDropped(drop, { stored, absent });
  expect(why()).toBeNull();
  expect(why('nights')).toBeNull();
  expect(why('beds', 'nights')).toBeNull();
  expect(why('beds', 'beds')).toBe(
    [
      'nothing was taken out of the catalogue:',
      '  beds: nights uses what it defines; drop both',
      '  not loaded are: beds (1 indicator), nights (1 indicator)',
    ].join('\n'),
  );
});

test('where all is loaded, nothing can be dropped', () => {
  expect(whyNotDropped(['gone'], { stored: loaded, absent: [] })).toBe(
    'nothing was taken out of the catalogue:\n  gone: the catalogue has no such plug-in\n  all that it has are loaded',
  );
});
