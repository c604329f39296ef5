import type { Problem, TableLevel } from '@kreisweit/domain';
import type { LongRow } from '../long/long-table.ts';
import type { FlatColumns } from './flat-columns.ts';
import type { FlatHeader } from './flat-header.ts';
import { isDeeper, type TerritoryVariableLevel, territoryVariables } from './territory-variables.ts';
import { timePart } from './time-part.ts';

/** What a row is read by: the head of its file, and the deepest level whose rows are taken. */
export type FlatHead = {
  readonly file: string;
  readonly code: string;
  readonly header: FlatHeader;
  readonly columns: FlatColumns;
  readonly isTerritory: (variable: string) => boolean;
  readonly level: TableLevel | undefined;
};

/** Where a reader says what is wrong (`key` says which problems are the same) and what was noticed. */
export type FlatListener = {
  readonly problem: (key: string, problem: Problem) => void;
  readonly finding: (message: string, line: number) => void;
};

/** Reads the rows of a flat file, each as its values. */
export type FlatRowReader = {
  readonly add: (cells: readonly string[], line: number, found: LongRow[]) => void;
  /** The deepest level of territories so far. */
  readonly deepest: () => TerritoryVariableLevel;
};

const GERMANY = 'DG';
const NO_LEVEL_NAMED = 'country';

/** A reader of the rows of a file. What is wrong with a row goes to `listener`, and the row is passed over. */
export function flatRowReader(
  { file, code, header, columns, isTerritory, level }: FlatHead,
  listener: FlatListener,
): FlatRowReader {
  const { others, timeParts, territory } = columns;
  const checked = new Map<string, string | null>();
  let deepest: TerritoryVariableLevel = NO_LEVEL_NAMED;

  /** Looks at each territory variable once. */
  const problemOf = (variable: string): string | null => {
    const known = checked.get(variable);
    if (known !== undefined) return known;
    const own = territoryVariables.get(variable) ?? NO_LEVEL_NAMED;
    if (isDeeper(own, deepest)) deepest = own;
    const problem = territoryProblem(variable, isTerritory(variable), level);
    checked.set(variable, problem);
    return problem;
  };

  const add: FlatRowReader['add'] = (cells, line, found) => {
    const cell = (at: number): string => (cells[at] ?? '').trim();
    const say = (at: number | null, message: string): void =>
      listener.problem(message, { file, line, ...(at === null ? {} : { column: at + 1 }), message });
    if (cells.length !== header.width) {
      say(null, `expected ${header.width} cells as in the header, found ${cells.length}`);
      return;
    }
    const statistic = cell(header.statistic);
    if (statistic !== code) {
      const message = `the row is of the statistic ${statistic}, the file of ${code}: load them one by one`;
      say(header.statistic, message);
      return;
    }
    const variable = cell(territory.variable);
    const wrong = problemOf(variable);
    if (wrong !== null) {
      say(territory.variable, wrong);
      return;
    }
    const codes: string[] = [];
    for (const { at, code: expected } of others) {
      if (cell(at.variable) !== expected) {
        const message = `expected the variable ${expected} as in the rows before, found '${cell(at.variable)}'`;
        say(at.variable, message);
        return;
      }
      codes.push(cell(at.code));
    }
    let time = cell(columns.time);
    for (const at of timeParts) {
      const whole = timePart(time, cell(at));
      if (whole === null) {
        const message = `'${cell(at)}' is no part of '${time}': expected a month (MONAT06) or a quarter (QUART2) of a year`;
        say(at, message);
        return;
      }
      time = whole;
    }
    let key = cell(territory.code);
    if (key === '' && territoryVariables.get(variable) === 'state') {
      key = GERMANY;
      listener.finding(`the total of ${variable} is taken as Germany (${GERMANY})`, line);
    }
    for (const value of header.values) {
      found.push({
        line,
        column: value.at + 1,
        territory: key,
        name: cell(territory.label),
        time,
        content: typeof value.content === 'string' ? value.content : cell(value.content),
        codes,
        text: cell(value.at),
        quality: value.quality === null ? '' : cell(value.quality),
        unit: typeof value.unit === 'string' ? value.unit : cell(value.unit),
      });
    }
  };
  return { add, deepest: () => deepest };
}

function territoryProblem(variable: string, isKnown: boolean, level: TableLevel | undefined): string | null {
  if (!isKnown) return `'${variable}' is no variable with keys of territories: name it in 'territory'`;
  const own = territoryVariables.get(variable) ?? NO_LEVEL_NAMED;
  if (level === undefined || !isDeeper(own, level)) return null;
  return `${variable} lists territories below the ${level}, the level of the input`;
}
