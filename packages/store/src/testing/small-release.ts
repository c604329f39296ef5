import { createHash } from 'node:crypto';
import { type DeliveredObservation, readCell } from '@kreisweit/domain';
import { ingestRelease } from '../ingest/ingest-release.ts';
import type { ReleaseInput } from '../ingest/release-input.ts';
import type { ReleaseIngest } from '../ingest/take-in-release.ts';
import type { Store } from '../open-store.ts';
import type { WriteOptions } from '../write/progress.ts';

/**
 * The observations of a table written as text. The first line names the columns, as measure, period and perhaps sex,
 * two spaces or more apart; each other line is a key and its cells. `_` is a cell that the table does not have.
 *
 * @example
 * table(`
 *             residents 2014  residents 2014 female
 *   16097001  100             .
 *   16097002  60              30`)
 */
export function table(text: string): readonly DeliveredObservation[] {
  const [header = '', ...lines] = text.replace(/^\n/, '').split('\n');
  const columns = header.trim().split(/ {2,}/);
  return lines
    .filter((line) => line.trim() !== '')
    .flatMap((line, row) => {
      const [territory = '', ...cells] = line.trim().split(/ +/);
      if (cells.length !== columns.length) throw new Error(`'${line}' does not have ${columns.length} cells`);
      return cells.flatMap((text, index) => {
        const [measure = '', period = '', sex] = columns[index]?.split(' ') ?? [];
        const observation = {
          measure,
          territory,
          name: `Name of ${territory}`,
          period,
          ...(sex === undefined ? {} : { breakdown: { sex } }),
          line: row + 2,
          column: index + 2,
        };
        return text === '_' ? [] : [{ ...observation, cell: cellOf(text) }];
      });
    });
}

function cellOf(text: string): DeliveredObservation['cell'] {
  const cell = readCell(text, { decimal: ',' });
  if (typeof cell === 'string') throw new Error(cell);
  return cell;
}

/** A full release of the plug-in `small` with the given observations; its checksum is that of what it holds. */
export function releaseOf(
  observations: readonly DeliveredObservation[],
  extra: Partial<ReleaseInput> = {},
): ReleaseInput {
  const checksum = createHash('sha256').update(JSON.stringify(observations)).digest('hex');
  return {
    input: 'small/first',
    kind: 'full',
    source: 'T-1',
    title: 'Table',
    institute: 'Institute',
    licence: 'CC0-1.0',
    file: 'table.csv',
    checksum,
    retrieved: null,
    notes: [],
    boundaryNotes: [],
    demo: false,
    batches: inBatches(observations),
    ...extra,
  };
}

/** Ingests a table written as text (see `table`). */
export async function ingestTable(
  store: Store,
  text: string,
  extra: Partial<ReleaseInput> = {},
  options: WriteOptions = {},
): Promise<ReleaseIngest> {
  return ingestRelease(store, releaseOf(table(text), extra), options);
}

/** Two batches, so that what belongs together can come apart. */
async function* inBatches(
  observations: readonly DeliveredObservation[],
): AsyncGenerator<readonly DeliveredObservation[]> {
  const half = Math.ceil(observations.length / 2);
  yield observations.slice(0, half);
  yield observations.slice(half);
}
