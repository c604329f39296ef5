import {
  type Cell,
  type DeliveredObservation,
  type Problem,
  parseTableKey,
  type TerritoryKind,
} from '@kreisweit/domain';
import type { OwnFiguresInput } from '../definition/input-definition.ts';
import type { IndicatorPlugin, MeasureDefinition } from '../definition/plugin-definition.ts';
import { keyReader, notAKey } from '../input/key-reader.ts';
import type { Reading } from '../input/reading.ts';
import { accountKeeper } from '../input/reading-account.ts';
import { longCellReader } from '../long/long-cell.ts';
import type { Finding } from '../long/long-table.ts';
import { figureMeaning, type Say } from './figure-meaning.ts';
import type { OwnFiguresFile } from './own-figures-file.ts';
import type { OwnFiguresRow } from './own-figures-row.ts';
import { problemsByLine } from './problems-by-line.ts';
import { remembered } from './remembered.ts';
import { isCounted, isWhole } from './value-rules.ts';

const BATCH = 10_000;

/** What is skipped, as people are told. */
export const NO_VALUE_YET = 'no value yet';

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
        if (observation === null) continue;
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

/** Reads rows as observations; null for one that is not sound, or that is there already, whose problems are told. */
function rowReader(
  table: OwnFiguresFile,
  plugin: IndicatorPlugin,
  input: OwnFiguresInput,
  keyOf: (key: string, line: number) => string | null,
): (row: OwnFiguresRow, report: (problem: Problem) => void) => DeliveredObservation | null {
  const meaningOf = figureMeaning(plugin, input, table.variables);
  const cellOf = longCellReader(table.numbers);
  const kindOf = remembered((key) => ({
    kind: parseTableKey(key, input.level)?.kind,
    problem: lostZero(key),
  }));
  const isNew = uniqueCells();

  return (row, report) => {
    const { line, column, place } = row;
    let isSound = true;
    const say: Say = (where, message) => {
      isSound = false;
      report({ file: place.file, line, column: place.column(where), message });
    };
    const territory = keyOf(row.territory, line);
    const { kind, problem } =
      territory === null ? { kind: undefined, problem: badKey(row.territory, input) } : kindOf(territory);
    if (problem !== null) say('key', problem);
    const meaning = meaningOf(row, say);
    const { measure } = meaning;
    if (territory !== null && measure !== null) checkReporter(territory, kind, measure, say);
    const cell = cellOf(row.text, '', 1);
    if (typeof cell === 'string') say('value', unreadable(cell));
    else if (measure !== null) checkValue(cell, measure, say);
    if (!isSound || territory === null || typeof cell === 'string' || meaning.column === null) return null;
    if (!isNew(territory, meaning.column, row, report)) return null;
    const { name, period, breakdown } = meaning;
    const observation = { measure: name, territory, period, breakdown, cell, line, column };
    return row.name === '' ? observation : { ...observation, name: row.name };
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
  kind: TerritoryKind | undefined,
  measure: MeasureDefinition,
  say: Say,
): void {
  if (kind !== 'district' && kind !== 'association' && kind !== 'municipality') {
    say('key', `'${key}' is no district, association or municipality, and only those report own figures`);
    return;
  }
  // A kreisfreie Stadt is a municipality too, and its key may be written as one.
  const isTown = kind === 'municipality' && key.length === 8 && key.endsWith('000');
  if (kind === 'district' || isTown || measure.reportedAt !== 'district') return;
  say('key', `'${measure.title.de}' is reported by the district: '${key}' is a part of it`);
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

/** Tells cells that are named twice, with both places. Of each cell only two numbers are kept, for there may be very many. */
function uniqueCells(): (
  territory: string,
  column: number,
  row: OwnFiguresRow,
  report: (problem: Problem) => void,
) => boolean {
  const territories = new Map<string, Map<number, number>>();
  const files: string[] = [];

  return (territory, column, { line, place }, report) => {
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
