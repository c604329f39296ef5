import { type Indicator, measureInputsOf } from '@kreisweit/domain';
import type { CatalogueInForce } from '../catalogue/catalogue-in-force.ts';
import type { Writer } from '../write/write-version.ts';
import { publishIndicator } from './publish-indicator.ts';

/**
 * Publishes the indicators that read a touched measure, for the territories and breakdowns that were touched, and
 * answers how many series were written.
 */
export async function publishTouched(writer: Writer, catalogue: CatalogueInForce): Promise<number> {
  await writer.run('analyze touched_series');
  const rows = await writer.rows<{ measure_id: number }>('select distinct measure_id from touched_series');
  const touched = new Set(rows.map((row) => row.measure_id));
  const reads = (indicator: Indicator): boolean =>
    measureInputsOf(indicator.resolved).some(({ key }) => touched.has(catalogue.measures.get(key)?.id ?? -1));

  let series = 0;
  for (const indicator of catalogue.indicators.values()) {
    if (reads(indicator)) series += await publishIndicator(writer, catalogue, indicator);
  }
  return series;
}
