import type { Problem } from '@kreisweit/domain';
import type { CsvRow } from '../table-file/csv-rows.ts';
import { nameProblem } from '../table-file/name-problem.ts';
import type { CrosswalkKind } from './crosswalk.ts';
import type { CrosswalkField, CrosswalkHeader } from './crosswalk-header.ts';
import { keyDigits, keyNumber } from './key-text.ts';
import type { LinkRow } from './link-columns.ts';
import type { UnitRow } from './source-units.ts';

/** The name of a target and the line it stands in. */
export type TargetName = { readonly line: number; readonly target: number; readonly name: string };

/** What became of one row. `source` is NaN where its key is malformed; the rest is null where anything is wrong. */
export type CrosswalkRow = {
  readonly source: number;
  readonly link: LinkRow | null;
  /** These two stand in year-to-year files only. */
  readonly unit: UnitRow | null;
  readonly targetName: TargetName | null;
  readonly wrong: readonly Problem[];
};

/** Understands one row below a complete header. */
export function crosswalkRow(
  { line, cells }: CsvRow,
  header: CrosswalkHeader,
  kind: CrosswalkKind | null,
): CrosswalkRow {
  const wrong: Problem[] = [];
  const cell = cellReader(header, cells, (column, message) => wrong.push({ line, column, message }));
  const expected = header.titles.length;
  if (cells.length !== expected) {
    const message =
      `the row has ${cells.length} cells, expected ${expected}: it is cut off, or a text with the delimiter ` +
      'lacks its quotation marks';
    const source = kind === null ? Number.NaN : keyNumber(cell.text('source'), kind);
    return { source, link: null, unit: null, targetName: null, wrong: [{ line, message }] };
  }

  const year = header.sourceYear ?? cell.year(header.targetYear ?? 0);
  const source = cell.key('source', kind);
  const link: LinkRow = {
    line,
    year,
    source,
    population: cell.weight('population'),
    area: cell.weight('area'),
    employment: cell.weight('employment'),
    target: cell.key('target', kind),
  };
  if (header.sourceYear === null) {
    return { source, link: wrong.length > 0 ? null : link, unit: null, targetName: null, wrong };
  }
  const unit: UnitRow = {
    line,
    source,
    name: cell.name('sourceName'),
    areaShare: link.area,
    area: cell.figure('sourceArea'),
    population: cell.figure('sourcePopulation'),
    employees: cell.figure('sourceEmployees'),
  };
  const targetName: TargetName = { line, target: link.target, name: cell.name('targetName') };
  if (wrong.length > 0) return { source, link: null, unit: null, targetName: null, wrong };
  return { source, link, unit, targetName, wrong };
}

/** Reads the cells of one row; what is wrong is told to `tell`, and a number is then NaN. */
function cellReader(
  header: CrosswalkHeader,
  cells: readonly string[],
  tell: (column: string, message: string) => void,
) {
  const text = (field: CrosswalkField) => cells[header.columns.get(field) ?? -1] ?? '';
  const report = (field: CrosswalkField, message: string) => {
    tell(header.titles[header.columns.get(field) ?? -1] ?? '', message);
    return Number.NaN;
  };
  return {
    text,
    key: (field: 'source' | 'target', kind: CrosswalkKind | null) => {
      const key = kind === null ? Number.NaN : keyNumber(text(field), kind);
      if (!Number.isNaN(key)) return key;
      const expected =
        kind === null ? '8 digits (municipality) or 5 (district)' : `${keyDigits[kind]} digits (${kind})`;
      return report(
        field,
        `"${text(field)}" is no AGS, expected ${expected}, beginning with a Land from 01 to 16`,
      );
    },
    year: (targetYear: number) => {
      const year = /^\d{4}$/.test(text('year')) ? Number(text('year')) : Number.NaN;
      if (year >= 1900 && year <= targetYear) return year;
      return report('year', `"${text('year')}" is no year up to ${targetYear}, the year of the boundaries`);
    },
    weight: (field: 'population' | 'area' | 'employment') => {
      if (text(field) === '' && field !== 'area') return Number.NaN;
      const weight = numberIn(text(field));
      if (weight >= 0 && weight <= 1) return weight;
      return report(
        field,
        `"${text(field)}" is no share, expected a number from 0 to 1 with a decimal point`,
      );
    },
    figure: (field: 'sourceArea' | 'sourcePopulation' | 'sourceEmployees') => {
      const figure = numberIn(text(field));
      if (text(field) === '' || Number.isFinite(figure)) return figure;
      return report(field, `"${text(field)}" is not a number; write digits and a decimal point, or nothing`);
    },
    name: (field: 'sourceName' | 'targetName') => {
      const name = text(field).replace(/\s+/g, ' ');
      const problem = nameProblem(name);
      if (problem !== null) report(field, problem);
      return name;
    },
  };
}

function numberIn(text: string): number {
  return /^\d*\.?\d+(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}
