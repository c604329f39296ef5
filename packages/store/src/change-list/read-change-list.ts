import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputProblems, type Problem } from '@kreisweit/domain';
import { byLine } from '../table-file/by-line.ts';
import { changeFromRow } from './change-from-row.ts';
import type { ChangeList, ListedChange } from './change-list.ts';
import { changeTable } from './change-table.ts';

/**
 * Reads an official list of territorial changes of Destatis ("Gebietsänderungen"): the published workbook, or
 * a CSV with one header line, comma or semicolon, UTF-8 or Latin-1. The format is recognised by the content.
 *
 * The result is frozen and holds every row of the list in its order. Throws InputProblems with everything that
 * is wrong with the file; then nothing is delivered.
 */
export async function readChangeList(path: string): Promise<ChangeList> {
  const file = basename(path);
  const refuse = (problems: readonly Problem[]) =>
    new InputProblems(
      `${file} is refused`,
      problems.map((problem) => ({ file, ...problem })),
    );
  const bytes = await readFile(path).catch((cause: Error) => {
    throw refuse([{ message: `the file cannot be opened: ${cause.message}` }]);
  });
  const table = await changeTable(bytes);
  const readings = table.rows.map((row) => ({ line: row.line, ...changeFromRow(row) }));
  const changes = readings.flatMap(({ change }) => (change === null ? [] : [change]));
  const inRows = readings.flatMap(({ line, problems }) =>
    problems.map(({ field, message }) => ({ line, column: table.columnOf(field), message })),
  );
  const problems: readonly Problem[] = [...table.problems, ...inRows, ...repeated(changes)];
  if (problems.length > 0) throw refuse(problems.toSorted(byLine));

  const years = changes.map(({ statisticalOn }) => statisticalOn.slice(0, 4)).toSorted();
  return Object.freeze({
    file,
    from: `${years[0]}-01-01`,
    until: `${years.at(-1)}-12-31`,
    changes: Object.freeze(changes),
  });
}

/** The same change twice, as copying rows together makes it. */
function repeated(changes: readonly ListedChange[]): readonly Problem[] {
  const same = Map.groupBy(changes, ({ reference, kinds, from, to, statisticalOn }) =>
    [reference, kinds, from.ars, from.name, to.ars, to.name, statisticalOn].join('|'),
  );
  return [...same.values()].flatMap(([first, ...others]) =>
    others.map(({ line }) => ({
      line,
      message: `the same change stands already in line ${first?.line}; delete one of the two rows`,
    })),
  );
}
