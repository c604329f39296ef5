import type { CooperationKind } from '@kreisweit/store';
import { columnNotes } from './column-notes.ts';
import { cooperationFormats } from './cooperation-formats.ts';
import type { DescribedFormat } from './record-format.ts';

/** What stands below the help of `kreisweit import <kind>`: the columns, and a record as JSON. */
export function formatHelp(kind: CooperationKind): string {
  const format: DescribedFormat = cooperationFormats[kind];
  const notes = columnNotes(format);
  const width = Math.max(...notes.map(({ header }) => header.length)) + 1;
  const lines = notes.map(({ header, isRequired, what, form }) => {
    return `  ${`${header}${isRequired ? '*' : ''}`.padEnd(width)}  ${what.en}: ${form.plain.en}`;
  });
  const [record] = format.sample;
  return [
    '',
    `Columns of CSV and XLSX, a row being ${format.about.en} (* required):`,
    ...lines,
    '',
    ...LEFT_OUT,
    '',
    'Such a JSON:',
    ...JSON.stringify({ [format.kind]: [record] }, null, 2)
      .split('\n')
      .map((line) => `  ${line}`),
  ].join('\n');
}

const LEFT_OUT = [
  'Other columns may be empty, which clears what is stored, or left out, which keeps it. A new record is empty there. In JSON it is null that',
  'clears. A file does not clear the attendance of a meeting (participants).',
] as const;
