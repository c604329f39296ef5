import type { ReleaseIngest } from '@kreisweit/store';
import { count, counted } from '../count.ts';

const MOST_WARNINGS = 10;

type Counts = Pick<
  ReleaseIngest,
  | 'cells'
  | 'territories'
  | 'provisional'
  | 'merged'
  | 'dropped'
  | 'withdrawn'
  | 'aggregates'
  | 'series'
  | 'differences'
> &
  // A preview that was kept before there were warnings has none.
  Partial<Pick<ReleaseIngest, 'warningCount' | 'warnings'>>;

/** What a release did, or would do, as indented lines. */
export function ingestCounts(done: Counts): string {
  const lines = [
    `${counted(done.cells, 'cell')} of ${counted(done.territories, 'territory', 'territories')} (${count(done.provisional)} of them in no register)`,
    ...nonZero(done.merged, 'cell', 'said again by another row of the same territory'),
    ...nonZero(
      done.dropped,
      'cell',
      'of keys that are not in force, beside another row of the same territory',
    ),
    ...nonZero(done.withdrawn, 'cell', 'withdrawn, which an earlier file held and this one does not'),
    `${counted(done.aggregates, 'aggregate')}, ${count(done.series)} published series`,
    `${counted(done.differences, 'difference')} between delivered totals and the sums of their members`,
    ...warningLines(done),
  ];
  return `  ${lines.join('\n  ')}\n`;
}

function nonZero(number: number | undefined, what: string, of: string): readonly string[] {
  return number === undefined || number === 0 ? [] : [`${counted(number, what)} ${of}`];
}

function warningLines({ warningCount = 0, warnings = [] }: Counts): readonly string[] {
  if (warningCount === 0) return [];
  const shown = warnings.slice(0, MOST_WARNINGS);
  const told = shown.reduce((sum, warning) => sum + warning.count, 0);
  return [
    `${counted(warningCount, 'warning')}: what follows is not plausible, and was kept with the release`,
    ...shown.map(({ message, note }) => `  ${[message, note?.en ?? []].flat().join('. ')}`),
    ...(warningCount > told ? [`  ... and ${count(warningCount - told)} more`] : []),
  ];
}
