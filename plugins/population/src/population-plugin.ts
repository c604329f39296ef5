import { defineIndicatorPlugin } from '@kreisweit/plugin-kit';
import { indicators } from './indicators.ts';
import { inputs } from './inputs.ts';
import { type Measure, measures } from './measures.ts';
import { plausibility } from './plausibility.ts';
import { type Statistic, statistics } from './statistics.ts';
import { subjects } from './subjects.ts';

/**
 * Residents and foreign residents of districts and municipalities, from statistics that are never mixed: the population
 * update (every 31 December), the censuses of 2011 and 2022 and the Mikrozensus. A definition only: the tables of the
 * statistical offices are read by their declared mapping.
 */
export const populationPlugin = defineIndicatorPlugin<Statistic, Measure>({
  id: 'population',
  apiVersion: 1,
  title: { de: 'Bevölkerung', en: 'Population' },
  statistics,
  inputs,
  measures,
  indicators,
  subjects,
  plausibility,
});
