import { calendarDate } from './calendar-date.ts';
import {
  type Gv100adRecord,
  gv100adColumn,
  gv100adRecordLength,
  parseGv100adRecord,
} from './gv100ad-record.ts';
import type { RegisterProblem } from './register-problems.ts';
import type { RegisterTable } from './register-table.ts';

/**
 * Reads the text of a GV100AD file: fixed width, 220 characters a record, no header and no footer. Area is
 * in hectares. The file states its territory date in every record and its population date nowhere.
 */
export function readGv100ad(text: string): RegisterTable {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content !== '');
  const whole = lines.filter(({ content }) => content.length === gv100adRecordLength);
  const records = whole.map(({ content, line }) => parseGv100adRecord(content, line));
  const written = records[0]?.territoryDate ?? '';
  const territoryDate = calendarDate(written.slice(0, 4), written.slice(4, 6), written.slice(6)) ?? '';
  return {
    format: 'GV100AD',
    territoryDate,
    populationDate: null,
    hectaresPerAreaUnit: 1,
    columnOf: gv100adColumn,
    records,
    problems: [
      ...lines
        .filter(({ content }) => content.length !== gv100adRecordLength)
        .map(({ content, line }) => wrongLength(content, line, line === lines.at(-1)?.line)),
      ...dateProblems(records, written, territoryDate),
    ],
  };
}

function wrongLength(content: string, line: number, last: boolean): RegisterProblem {
  const found = `the record has ${content.length} characters, expected ${gv100adRecordLength}`;
  return { line, message: `${found}: ${likelyCause(content, last)}` };
}

function likelyCause(content: string, last: boolean): string {
  if (/[ÃÂ]/.test(content)) return 'its letters were encoded twice; use the file as published';
  if (last) return 'the file is cut off; fetch it again';
  return 'a field was changed or blanks at the end were removed; use the file as published';
}

function dateProblems(
  records: readonly Gv100adRecord[],
  written: string,
  territoryDate: string,
): readonly RegisterProblem[] {
  const column = gv100adColumn('territoryDate');
  const first = records[0];
  if (first === undefined) return [];
  if (territoryDate === '') {
    return [{ line: first.line, column, message: `"${written}" is no date, expected yyyymmdd` }];
  }
  return records
    .filter((record) => record.territoryDate !== written)
    .map((record) => ({
      line: record.line,
      column,
      message: `the territory date is ${record.territoryDate}, but ${written} in the first record`,
    }));
}
