import { aggregateTouched } from '../aggregate/aggregate-touched.ts';
import { touchMeasures } from '../aggregate/touched.ts';
import { catalogueInForce } from '../catalogue/catalogue-in-force.ts';
import { publishTouched } from '../publish/publish-touched.ts';
import type { WriteOptions } from '../write/progress.ts';
import type { Writer } from '../write/write-version.ts';
import { moveFacts } from './move-facts.ts';
import { moveToEarlierDistricts } from './move-to-earlier-districts.ts';
import { rejudgeDashes } from './rejudge-dashes.ts';
import { touchChangedPredecessors } from './touch-changed-predecessors.ts';
import { touchChangedTerritories } from './touch-changed-territories.ts';

/**
 * Computes anew what is stored already, after the territories changed: where facts belong, the meaning of `-`, aggregates
 * and published series. Nothing to do before the first release, which is the usual order.
 *
 * A register also says how many live where, which every coverage depends on: then `all` is computed. Other sources change
 * the districts whose members or lives they changed, or from which members came otherwise than was known, and mark the
 * series of territories with a reform.
 */
export async function recompute(
  writer: Writer,
  options: WriteOptions,
  scope: 'all' | 'changed' = 'all',
): Promise<void> {
  const stored = await writer.rows(
    'select id from release where version_until is null or version_until = $1 limit 1',
    [writer.version],
  );
  if (stored.length === 0) return;
  const catalogue = await catalogueInForce(writer);
  await moveFacts(writer);
  await moveToEarlierDistricts(writer);
  await rejudgeDashes(writer);
  if (scope === 'all') await touchMeasures(writer, catalogue);
  else {
    await touchChangedTerritories(writer);
    await touchChangedPredecessors(writer);
  }
  options.onProgress?.({ phase: 'aggregating', rows: 0 });
  const aggregates = await aggregateTouched(writer, catalogue);
  options.onProgress?.({ phase: 'publishing', rows: aggregates });
  await publishTouched(writer, catalogue);
}
