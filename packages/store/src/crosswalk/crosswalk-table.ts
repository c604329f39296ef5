import type { Problem } from '@kreisweit/domain';
import { beginning } from '../table-file/beginning.ts';
import { csvRows } from '../table-file/csv-rows.ts';
import { quotedCells } from '../table-file/quoted-cells.ts';
import type { CrosswalkKind } from './crosswalk.ts';
import { type CrosswalkHeader, crosswalkHeader, crosswalkTitles } from './crosswalk-header.ts';
import { crosswalkRow, type TargetName } from './crosswalk-row.ts';
import { kindOfKey } from './key-text.ts';
import { type LinkColumns, linkColumns } from './link-columns.ts';
import type { UnitRow } from './source-units.ts';

/** The rows of a crosswalk, each understood by itself. */
export type CrosswalkTable = {
  readonly kind: CrosswalkKind;
  readonly targetYear: number;
  readonly links: LinkColumns;
  /** Empty for a file of many years. */
  readonly units: readonly UnitRow[];
  readonly targetNames: readonly TargetName[];
  /** Sources of rows that were left out because something in them is wrong. */
  readonly refused: ReadonlySet<number>;
  readonly problems: readonly Problem[];
};

/** Above the header stands a title line or two; what stands further down than this is no header. */
const searchedRows = 20;

/** Reads the rows of either kind of file. Rows with a problem are left out of the links. */
export function crosswalkTable(text: string): CrosswalkTable {
  const links = linkColumns();
  const units: UnitRow[] = [];
  const targetNames: TargetName[] = [];
  const refused = new Set<number>();
  const problems: Problem[] = [];
  // The callback sets both, which narrowing does not see.
  let kind = null as CrosswalkKind | null;
  let header = null as CrosswalkHeader | null;
  let isUsable = false;
  let first = '';
  let above = 0;

  csvRows(text, {
    fault: (line, message) => problems.push({ line, message }),
    row: ({ line, cells }) => {
      if (header === null) {
        if (above === 0) first = quotedCells(cells);
        above += 1;
        header = above > searchedRows ? null : crosswalkHeader(cells);
        if (header === null) return;
        const wrong = headerProblems(header, line);
        problems.push(...wrong);
        // What its columns are is not sure, so neither would be what is said about the rows.
        isUsable = wrong.length === 0;
        return;
      }
      if (!isUsable) return;
      kind ??= kindOfKey(cells[header.columns.get('source') ?? -1] ?? '');
      const { source, link, unit, targetName, wrong } = crosswalkRow({ line, cells }, header, kind);
      problems.push(...wrong);
      if (link === null) refused.add(source);
      else links.add(link);
      if (unit !== null) units.push(unit);
      if (targetName !== null) targetNames.push(targetName);
    },
  });

  const done = links.done();
  // What was counted as a fault of its quotation marks is one of a crosswalk only.
  if (header === null) problems.splice(0, Infinity, noCrosswalk(first === '' ? beginning(text) : first));
  else if (problems.length === 0 && done.size === 0) {
    problems.push({ message: 'the crosswalk has a header but no rows; fetch it again' });
  }
  return {
    kind: kind ?? 'municipality',
    targetYear: header?.targetYear ?? 0,
    links: done,
    units,
    targetNames,
    refused,
    problems,
  };
}

function headerProblems(header: CrosswalkHeader, line: number): readonly Problem[] {
  const { missing, otherDays, sourceYear, targetYear, titles } = header;
  const found = titles.map((title) => `"${title}"`).join(', ');
  const backwards = sourceYear !== null && targetYear !== null && sourceYear >= targetYear;
  return [
    ...missing.map((column) => ({
      line,
      column,
      message: `the column is missing; the header holds ${found}`,
    })),
    ...otherDays.map((title) => ({
      line,
      column: title,
      message: 'the title must state the end of a year, as in "Gemeinden 31.12.2020"',
    })),
    ...(backwards
      ? [
          {
            line,
            message: `the old boundaries are those of ${sourceYear}, which is not before ${targetYear}`,
          },
        ]
      : []),
  ];
}

function noCrosswalk(first: string): Problem {
  const begins = first === '' ? 'it is empty' : `it begins with ${first}`;
  return { message: `this is no crosswalk: ${begins}. Expected the columns ${crosswalkTitles}` };
}
