import { type Breakdown, breakdownKey, type Period } from '@kreisweit/domain';
import type { OwnFiguresInput } from '../definition/input-definition.ts';
import type { IndicatorPlugin, MeasureDefinition } from '../definition/plugin-definition.ts';
import { periodOfTime } from '../input/period-of-time.ts';
import { categoryNames } from './category-names.ts';
import { measureNames } from './measure-names.ts';
import type { OwnFiguresRow } from './own-figures-row.ts';

/**
 * What a row says of its value beside the territory. `column` is a number for each measure, period and breakdown, however they are
 * written: two values of one territory with the same number are the same figure.
 */
export type FigureMeaning = {
  readonly name: string;
  readonly measure: MeasureDefinition;
  readonly period: Period;
  readonly breakdown: Breakdown;
  readonly column: number;
};

/** Hears what is wrong with a cell of a row. */
export type Say = (where: 'key' | 'period' | 'measure' | 'value' | (string & {}), message: string) => void;

/** Reads a row; null for one that is not sound, whose problems are told, with the measure where it is known. */
export type FigureMeaningReader = (
  row: OwnFiguresRow,
  say: Say,
) => FigureMeaning | { readonly measure: MeasureDefinition | null; readonly column: null };

/** Beyond so many meanings the rows do not repeat themselves. */
const MOST = 50_000;

/** Reads what the rows of a file mean. Rows that say the same in the same words are read once. */
export function figureMeaning(
  plugin: IndicatorPlugin,
  input: OwnFiguresInput,
  variables: readonly string[],
): FigureMeaningReader {
  const measureOf = measureNames(plugin, input);
  const categories = variables.map((dimension) => ({ dimension, named: categoryNames(dimension) }));
  const known = new Map<string, FigureMeaning>();
  const columns = new Map<string, number>();

  return (row, say) => {
    const { content, time, codes } = row;
    const words = `${content}\u0000${time}\u0000${codes.length === 0 ? '' : codes.join('\u0000')}`;
    const before = known.get(words);
    if (before !== undefined) return before;
    let isSound = true;
    const note: Say = (where, message) => {
      isSound = false;
      say(where, message);
    };
    const named = measureOf(content);
    if ('problem' in named) note('measure', named.problem);
    const measure = 'measure' in named ? named.measure : null;
    const breakdown: Record<string, string> = {};
    for (const [index, { dimension, named: categoryOf }] of categories.entries()) {
      const found = categoryOf(codes[index] ?? '');
      if ('problem' in found) note(dimension, found.problem);
      else if (found.category !== null) breakdown[dimension] = found.category;
    }
    const period = measure === null ? null : periodOf(time, measure, note);
    if (measure !== null) checkDimensions(breakdown, measure, note);
    if (!isSound || period === null || !('name' in named)) return { measure, column: null };
    const key = `${period} ${named.name} ${breakdownKey(breakdown)}`;
    const column = columns.get(key) ?? columns.size;
    columns.set(key, column);
    const meaning = { ...named, period, breakdown: Object.freeze(breakdown), column };
    if (known.size >= MOST) known.clear();
    known.set(words, meaning);
    return meaning;
  };
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
