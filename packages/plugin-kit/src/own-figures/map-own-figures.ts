import {
  type Breakdown,
  breakdownKey,
  type Cell,
  type DeliveredObservation,
  type Problem,
  parseTableKey,
} from '@kreisweit/domain';
import type { OwnFiguresInput } from '../definition/input-definition.ts';
import type { IndicatorPlugin, MeasureDefinition } from '../definition/plugin-definition.ts';
import { keyReader, notAKey } from '../input/key-reader.ts';
import { periodOfTime } from '../input/period-of-time.ts';
import type { Reading } from '../input/reading.ts';
import { accountKeeper } from '../input/reading-account.ts';
import { longCellReader } from '../long/long-cell.ts';
import type { Finding } from '../long/long-table.ts';
import { categoryNames } from './category-names.ts';
import { measureNames } from './measure-names.ts';
import type { OwnFiguresFile } from './own-figures-file.ts';
import type { OwnFiguresRow } from './own-figures-row.ts';
import { problemsByLine } from './problems-by-line.ts';
import { isCounted, isWhole } from './value-rules.ts';

const BATCH = 10_000;

/** What is skipped, as people are told. */
export const NO_VALUE_YET = 'no value yet';

type Where = 'key' | 'period' | 'measure' | 'value' | (string & {});
type Say = (where: Where, message: string) => void;

/**
 * The observations of a file of own figures for an input, in the order of the file. Rows without a value are not delivered.
 * Every row must name a territory, a measure of the input with its categories, a period that fits the measure, and a value
 * that can be; a cell may be named once. After the first problem nothing more is yielded, the rest of the file is searched for
 * others, and all are thrown together as InputProblems.
 */
export function mapOwnFigures(
  table: OwnFiguresFile,
  plugin: IndicatorPlugin,
  input: OwnFiguresInput,
): Reading {
  let keeper = accountKeeper();
  let restored: readonly Finding[] = [];

  async function* batches(): AsyncGenerator<readonly DeliveredObservation[]> {
    const problems = problemsByLine('The figures cannot be loaded');
    const account = accountKeeper();
    const keys = keyReader(input.level);
    const observationOf = rowReader(table, plugin, input, keys.read);
    const unique = uniqueCells(problems.add);
    keeper = account;
    restored = [];
    let batch: DeliveredObservation[] = [];

    for await (const rows of table.rows(problems)) {
      for (const row of rows) {
        account.row();
        if (row.text === '') {
          account.skip(NO_VALUE_YET, 1);
          continue;
        }
        const observation = observationOf(row, problems.add);
        if (observation === null || !unique(observation, row)) continue;
        account.deliver(1);
        batch.push(observation);
        if (restored.length === 0 && observation.territory !== row.territory) {
          restored = keys.findings().map((finding) => ({ ...finding, column: row.place.column('key') }));
        }
      }
      if (!problems.isEmpty()) batch = [];
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    const [first] = restored;
    if (first !== undefined)
      restored = keys.findings().map((finding) => ({ ...finding, column: first.column }));
    problems.throwIfAny();
    if (batch.length > 0) yield batch;
  }

  return {
    batches,
    account: () => keeper.account(),
    findings: () => [...table.findings(), ...restored],
  };
}

/** Reads rows as observations; null for one that is not sound, whose problems are told. */
function rowReader(
  table: OwnFiguresFile,
  plugin: IndicatorPlugin,
  input: OwnFiguresInput,
  keyOf: (key: string, line: number) => string | null,
): (row: OwnFiguresRow, report: (problem: Problem) => void) => DeliveredObservation | null {
  const measureOf = measureNames(plugin, input);
  const cellOf = longCellReader(table.numbers);
  const categories = table.variables.map((dimension) => ({ dimension, named: categoryNames(dimension) }));

  return (row, report) => {
    const { line, column, place } = row;
    let isSound = true;
    const say: Say = (where, message) => {
      isSound = false;
      report({ file: place.file, line, column: place.column(where), message });
    };
    const territory = keyOf(row.territory, line);
    const keyProblem = territory === null ? badKey(row.territory, input) : lostZero(territory);
    if (keyProblem !== null) say('key', keyProblem);

    const named = measureOf(row.content);
    if ('problem' in named) say('measure', named.problem);
    const measure = 'measure' in named ? named.measure : null;
    if (territory !== null && measure !== null) checkReporter(territory, { measure, input }, say);
    const breakdown: Record<string, string> = {};
    for (const [index, { dimension, named: categoryOf }] of categories.entries()) {
      const found = categoryOf(row.codes[index] ?? '');
      if ('problem' in found) say(dimension, found.problem);
      else if (found.category !== null) breakdown[dimension] = found.category;
    }
    const period = measure === null ? null : periodOf(row.time, measure, say);
    const cell = cellOf(row.text, '', 1);
    if (typeof cell === 'string') say('value', unreadable(cell));
    else if (measure !== null) checkValue(cell, measure, say);
    if (measure !== null) checkDimensions(breakdown, measure, say);

    if (!isSound || territory === null || period === null || typeof cell === 'string' || !('name' in named))
      return null;
    const name = row.name === '' ? {} : { name: row.name };
    return { measure: named.name, territory, ...name, period, breakdown, cell, line, column };
  };
}

function badKey(key: string, { level }: OwnFiguresInput): string {
  return key === '' ? 'the key of the territory is missing: write its AGS or ARS' : notAKey(key, level);
}

/** Eight digits that begin with 10 are a municipality of the Saarland, or an association of Schleswig-Holstein without its zero. */
function lostZero(key: string): string | null {
  if (!/^10\d{6}$/.test(key) || /^1004[1-6]/.test(key)) return null;
  return `'${key}' lies in no district of the Saarland (10041 to 10046): has it lost its leading zero?`;
}

/** Own figures come from those who report them: a number of a Land is a mistake, and so is one from a level that is not asked. */
function checkReporter(
  key: string,
  { measure, input }: { readonly measure: MeasureDefinition; readonly input: OwnFiguresInput },
  say: Say,
): void {
  const kind = parseTableKey(key, input.level)?.kind;
  if (kind !== 'district' && kind !== 'association' && kind !== 'municipality') {
    say('key', `'${key}' is no district, association or municipality, and only those report own figures`);
    return;
  }
  // A kreisfreie Stadt is a municipality too, and its key may be written as one.
  const isTown = kind === 'municipality' && key.length === 8 && key.endsWith('000');
  if (kind === 'district' || isTown || measure.reportedAt !== 'district') return;
  say('key', `'${measure.title.de}' is reported by the district: '${key}' is a part of it`);
}

function periodOf(time: string, { reference, disclosure }: MeasureDefinition, say: Say): string | null {
  if (time === '') {
    say(
      'period',
      'the period is missing: write 2015, 2015-Q1, 2015-06, 31.12.2015 or, of a school year, 2014/15',
    );
    return null;
  }
  const dated = periodOfTime(time, reference);
  if ('problem' in dated) {
    const turned = /^\d{4}-\d{2}-01$/.test(time) ? ' (has a spreadsheet turned a month into a date?)' : '';
    say('period', dated.problem + turned);
    return null;
  }
  if (typeof disclosure === 'object' && dated.period.length > 4) {
    const year = dated.period.slice(0, 4);
    say(
      'period',
      `counts of persons are delivered by year, or a small quarter could be worked out: write ${year}`,
    );
    return null;
  }
  if ('mean' in reference && dated.period.length > 4) {
    say(
      'period',
      `the values are of '${time}', but the measure is a mean over a year: write ${dated.period.slice(0, 4)}`,
    );
    return null;
  }
  return dated.period;
}

/** `1.234` is nobody's fault: what to write is said with it. */
function unreadable(problem: string): string {
  return problem.includes('ambiguous')
    ? `${problem}; write 1234 for the number, 1,234 for the fraction`
    : problem;
}

function checkValue({ value }: Cell, measure: MeasureDefinition, say: Say): void {
  if (value === null) return;
  const counts = `but the measure counts ${measure.unit === 'count' ? 'things' : `${measure.unit}s`}`;
  if (value < 0 && isCounted(measure)) {
    const turned = 'a spreadsheet turns a bracketed number into one below zero';
    say('value', `${shown(value)} is below zero, ${counts} (${turned})`);
  } else if (!Number.isInteger(value) && isWhole(measure)) {
    say('value', `${shown(value)} is no whole number, ${counts}`);
  }
}

function shown(value: number): string {
  return String(value).replace('.', ',');
}

function checkDimensions(
  breakdown: Breakdown,
  { dimensions = [], title }: MeasureDefinition,
  say: Say,
): void {
  for (const [dimension, category] of Object.entries(breakdown)) {
    if (dimensions.includes(dimension)) continue;
    say(
      dimension,
      `'${title.de}' is not delivered by ${dimension}: leave the cell empty (found ${category})`,
    );
  }
}

/** Tells cells that are named twice, with both places. Of each cell only two numbers are kept, for there may be very many. */
function uniqueCells(
  report: (problem: Problem) => void,
): (observation: DeliveredObservation, row: OwnFiguresRow) => boolean {
  const territories = new Map<string, Map<number, number>>();
  const columns = new Map<string, number>();
  const files: string[] = [];

  return ({ measure, territory, period, breakdown = {} }, { line, place }) => {
    const name = `${period} ${measure} ${breakdownKey(breakdown)}`;
    const column = columns.get(name) ?? columns.size;
    columns.set(name, column);
    const cells = cellsOf(territory);
    const before = cells.get(column);
    if (before === undefined) {
      cells.set(column, fileNumber(place.file) * MOST_LINES + line);
      return true;
    }
    const file = files[Math.floor(before / MOST_LINES)];
    const other = before % MOST_LINES;
    const where = file === place.file ? `line ${other}` : `line ${other} of ${file}`;
    const message = `the same value stands in ${where}: keep one of the two`;
    report({ file: place.file, line, column: place.column('value'), message });
    return false;
  };

  /** A municipality is the same by its AGS and its ARS. */
  function cellsOf(territory: string): Map<number, number> {
    const known = territories.get(territory);
    if (known !== undefined) return known;
    const { kind, key } = parseTableKey(territory) ?? { kind: '', key: territory };
    const cells = territories.get(`${kind} ${key}`) ?? new Map<number, number>();
    territories.set(territory, cells);
    territories.set(`${kind} ${key}`, cells);
    return cells;
  }

  function fileNumber(file: string): number {
    if (files.at(-1) !== file) files.push(file);
    return files.length - 1;
  }
}

/** More lines than a file can have. */
const MOST_LINES = 1e9;
