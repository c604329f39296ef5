import { legibleProblems } from '../input/legible-problems.ts';
import type { FlatHeader, FlatVariable } from './flat-header.ts';
import { isTimePart } from './time-part.ts';

/** The columns of a file: which of them say the territory, the time and a part of it, and the codes of the others. */
export type FlatColumns = {
  readonly territory: FlatVariable;
  readonly time: number;
  readonly timeParts: readonly number[];
  readonly others: readonly { readonly at: FlatVariable; readonly code: string }[];
};

/** What names the columns of a file; `isTerritory` knows the variables that hold keys. */
export type ColumnNames = {
  readonly file: string;
  readonly isTerritory: (code: string) => boolean;
  readonly time: string | undefined;
};

/**
 * Finds out from the first row which variable holds the territory, and which the time. Throws InputProblems when the
 * territory is not exactly one, or the time that was named is none.
 */
export function flatColumns(
  header: FlatHeader,
  row: readonly string[],
  { file, isTerritory, time }: ColumnNames,
): FlatColumns {
  const first = header.variables.map((at) => ({ at, code: row[at.variable]?.trim() ?? '' }));
  const named = first.map(({ code }) => code).join(', ');
  const places = first.filter(({ code }) => isTerritory(code));
  const [place] = places;
  if (place === undefined || places.length > 1) {
    const message =
      place === undefined
        ? `no variable of the file holds keys of territories; it has ${named}: name the variable in 'territory'`
        : `${places.map(({ code }) => code).join(' and ')} hold keys of territories: name the one that is meant in 'territory'`;
    throw legibleProblems('The flat file cannot be read', [{ file, line: 1, message }]);
  }
  const own = first.find(({ code }) => code === time);
  const usual = row[header.timeCode]?.trim();
  if (time !== undefined && own === undefined && usual !== time) {
    const message = `no variable of the file is called ${time}, the time; it has ${usual}, ${named}`;
    throw legibleProblems('The flat file cannot be read', [{ file, line: 1, message }]);
  }
  const rest = first.filter((variable) => variable !== place && variable !== own);
  return {
    territory: place.at,
    time: own?.at.code ?? header.time,
    timeParts: rest.filter(({ code }) => isTimePart(code)).map(({ at }) => at.code),
    others: rest.filter(({ code }) => !isTimePart(code)),
  };
}
