import type { Formula } from '@kreisweit/domain';
import { frozenCopy } from './frozen-copy.ts';
import type { IndicatorPlugin, MeasureRefs, PluginDefinition } from './plugin-definition.ts';

/**
 * Defines an indicator plug-in: a deeply frozen plain object that is JSON except `load`. Nothing is registered and
 * nothing is refused here: `registerPlugins` lists all problems of all plug-ins at once. In TypeScript the name of a
 * measure or statistic that does not exist is a type error.
 *
 * @example
 * export const carePlacesPlugin = defineIndicatorPlugin({
 *   id: 'care-places',
 *   apiVersion: 1,
 *   title: { de: 'Betreuungsplätze', en: 'Care places' },
 *   statistics: { daycare: { title, code: '22541', institute, licence: 'dl-de/by-2-0', populationBase: 'place-of-care' } },
 *   measures: {
 *     places: { title, unit: 'count', rollup: 'sum', overTime: 'last', reference: { at: '03-01' }, disclosure: 'none' },
 *   },
 *   indicators: {
 *     placesPerThousand: {
 *       title,
 *       unit: 'per_1000',
 *       decimals: 1,
 *       formula: (m) => per(1000, m.places, lag(ref('population/residents'), 1)),
 *       mixedBase: { de: 'Plätze im März je Einwohner im Dezember davor', en: 'places in March, residents of December' },
 *     },
 *   },
 * });
 */
export function defineIndicatorPlugin<S extends string, M extends string>(
  definition: PluginDefinition<S, M>,
): IndicatorPlugin {
  const { load, indicators, inputs, subjects, plausibility, ...rest } = definition;
  const measures = measureRefs<M>(definition.id);
  const plain: Omit<IndicatorPlugin, 'load'> = {
    ...rest,
    inputs: inputs ?? {},
    indicators: Object.fromEntries(
      Object.entries(indicators ?? {}).map(([name, indicator]) => [
        name,
        { ...indicator, formula: written(indicator.formula, measures) },
      ]),
    ),
    subjects: subjects ?? {},
    plausibility: plausibility ?? {},
  };
  return Object.freeze({ ...frozenCopy(plain), ...(load === undefined ? {} : { load }) });
}

/** A formula may also be given as data (JavaScript authors, generated definitions). */
function written<M extends string>(
  formula: Formula | ((measures: MeasureRefs<M>) => Formula),
  measures: MeasureRefs<M>,
): Formula {
  return typeof formula === 'function' ? formula(measures) : formula;
}

/**
 * Answers any name, so that an unknown measure becomes a problem with a suggestion at registration instead of an
 * `undefined` deep inside a formula.
 */
function measureRefs<M extends string>(plugin: string): MeasureRefs<M> {
  const answer = (_: object, name: string | symbol): Formula => ({
    op: 'measure',
    key: `${plugin}/${String(name)}`,
  });
  return new Proxy(Object.freeze({}), { get: answer }) as MeasureRefs<M>;
}
