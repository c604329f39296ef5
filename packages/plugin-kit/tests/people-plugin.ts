import { defineIndicatorPlugin } from '../src/definition/define-indicator-plugin.ts';
import type { InputDefinition } from '../src/definition/input-definition.ts';
import type { IndicatorPlugin, Load, MeasureDefinition } from '../src/definition/plugin-definition.ts';

const title = { de: 'Titel', en: 'Title' };
const measure = {
  title,
  unit: 'person',
  rollup: 'sum',
  overTime: 'last',
  reference: { at: '12-31' },
  disclosure: 'atSource',
  dimensions: ['sex', 'nationality', 'familyForm', 'ageGroup21'],
} as const;

/** A plug-in with one statistic, the measures `people` and `others`, and the inputs that a test is about. */
export function peoplePlugin(
  inputs: Readonly<Record<string, InputDefinition>>,
  { load, ...changes }: Partial<MeasureDefinition> & { readonly load?: Load } = {},
): IndicatorPlugin {
  return defineIndicatorPlugin<string, string>({
    id: 'people',
    apiVersion: 1,
    title,
    statistics: { update: { title, institute: 'Amt', licence: 'dl-de/by-2-0', populationBase: 'residents' } },
    inputs,
    measures: { people: { ...measure, ...changes }, others: { ...measure, ...changes } },
    ...(load === undefined ? {} : { load }),
  });
}
