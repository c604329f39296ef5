import { defineIndicatorPlugin } from '@kreisweit/plugin-kit';
import { indicators } from './indicators.ts';
import { inputs } from './inputs.ts';
import { measures } from './measures.ts';
import { plausibility } from './plausibility.ts';
import { statistics } from './statistics.ts';

/**
 * Employees at the place of work (13111, 30 June) and registered unemployed with their rates (13211, annual means). A
 * definition only.
 */
export const workPlugin = defineIndicatorPlugin({
  id: 'work',
  apiVersion: 1,
  title: { de: 'Arbeit', en: 'Work' },
  statistics,
  inputs,
  measures,
  indicators,
  plausibility,
});
