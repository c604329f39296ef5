import { builder } from '../builder.ts';
import type { Quantiles as QuantilesRow } from '../comparison/comparison.ts';

/** Key figures of the published values of peers. */
export const Quantiles = builder.objectRef<QuantilesRow>('Quantiles').implement({
  description:
    'How the published values of the peers are spread. Between two values it is interpolated linearly (`percentile_cont` of SQL). Every territory counts once, whatever its size.',
  fields: (t) => ({
    minimum: t.exposeFloat('minimum', { description: 'The lowest value.' }),
    lowestTenth: t.exposeFloat('lowestTenth', { description: 'A tenth of the values lie below (P10).' }),
    lowerQuartile: t.exposeFloat('lowerQuartile', {
      description: 'A quarter of the values lie below (P25).',
    }),
    median: t.exposeFloat('median', { description: 'Half of the values lie below (P50).' }),
    upperQuartile: t.exposeFloat('upperQuartile', {
      description: 'A quarter of the values lie above (P75).',
    }),
    highestTenth: t.exposeFloat('highestTenth', { description: 'A tenth of the values lie above (P90).' }),
    maximum: t.exposeFloat('maximum', { description: 'The highest value.' }),
  }),
});
