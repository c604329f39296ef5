import { constant, defineIndicatorPlugin, divide, ref, registerPlugins } from '@kreisweit/plugin-kit';
import { builtInPlugins } from '../src/plugins.ts';

const COUNT = 20;
const numbers = Array.from({ length: COUNT }, (_, index) => index + 1);

/** Twenty indicators over the residents, so that many series can be asked for with the data at hand. */
const manyIndicators = defineIndicatorPlugin({
  id: 'bench',
  apiVersion: 1,
  title: { de: 'Für die Messung', en: 'For measuring' },
  statistics: {},
  measures: {},
  indicators: Object.fromEntries(
    numbers.map((number) => [
      `part${number}`,
      {
        title: { de: `Der ${number}. Teil der Einwohner`, en: `Residents divided by ${number}` },
        unit: 'ratio',
        decimals: 1,
        formula: () => divide(ref('population/residents'), constant(number)),
      },
    ]),
  ),
});

/** Their keys. */
export const indicatorKeys: readonly string[] = Object.freeze(numbers.map((number) => `bench/part${number}`));

/** What the built-in plug-ins define, and the twenty indicators. */
export function benchCatalogue() {
  const { catalogue, problems } = registerPlugins([...builtInPlugins, manyIndicators]);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return catalogue;
}
