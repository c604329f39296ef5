import { defineIndicatorPlugin, type IndicatorPlugin, type InputDefinition } from '@kreisweit/plugin-kit';

const title = { de: 'Messung', en: 'Benchmark' };
const persons = {
  title,
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'atSource',
  dimensions: ['sex', 'ageGroup21'],
} as const;

/** The names of the measures that own figures hold. */
export const ownMeasures = Array.from({ length: 10 }, (_, index) => `persons${index}`);

/** A plug-in with one input, which reads a made-up file. */
export function readerPlugin(input: InputDefinition): IndicatorPlugin {
  return defineIndicatorPlugin<string, string>({
    id: 'bench',
    apiVersion: 1,
    title,
    statistics: { made: { title, institute: 'nobody', licence: 'CC0-1.0', populationBase: 'nobody' } },
    inputs: { file: input },
    measures: Object.fromEntries(['persons', ...ownMeasures].map((name) => [name, persons])),
  });
}
