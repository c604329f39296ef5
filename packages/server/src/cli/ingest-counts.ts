import type { ReleaseIngest } from '@kreisweit/store';
import { count, counted } from '../count.ts';

/** What a release did, or would do, as indented lines. */
export function ingestCounts(
  done: Pick<
    ReleaseIngest,
    'cells' | 'territories' | 'provisional' | 'withdrawn' | 'aggregates' | 'series' | 'differences'
  >,
): string {
  const counts = [
    `${counted(done.cells, 'cell')} of ${counted(done.territories, 'territory', 'territories')} (${count(done.provisional)} of them in no register)`,
    ...(done.withdrawn === 0
      ? []
      : [`${counted(done.withdrawn, 'cell')} withdrawn, which an earlier file held and this one does not`]),
    `${counted(done.aggregates, 'aggregate')}, ${count(done.series)} published series`,
    `${counted(done.differences, 'difference')} between delivered totals and the sums of their members`,
  ];
  return `  ${counts.join('\n  ')}\n`;
}
