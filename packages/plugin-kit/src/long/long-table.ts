import type { NumberFormat } from '@kreisweit/domain';
import type { ProblemList } from '../input/problem-list.ts';

/** What a person should know of a file that was read all the same (a lost leading zero that was restored). */
export type Finding = {
  readonly message: string;
  readonly line?: number | undefined;
  readonly column?: number | string | undefined;
};

/**
 * A row of a long table: one value with the codes of its variables, in the order of `LongTable.variables`. All are texts as
 * they stand in the file; `content` is the code of the values where the format has one (else ''), `unit` that of the value,
 * `quality` the sign that stands beside it. `line` and `column` say where the value stands, counted from 1.
 */
export type LongRow = {
  readonly line: number;
  readonly column: number;
  readonly territory: string;
  readonly name: string;
  readonly time: string;
  readonly content: string;
  readonly codes: readonly string[];
  readonly text: string;
  readonly quality: string;
  readonly unit: string;
};

/** The formats that hold one value a row. */
export type LongFormat = 'genesis-flat' | 'sdmx-csv' | 'json-stat' | 'own-figures';

/** An opened file with one value a row, whatever its format: its head is read, its rows are not yet. */
export type LongTable = {
  readonly format: LongFormat;
  readonly file: string;
  /** How the file names itself: the statistic of a flat file, the dataflow, the dataset. */
  readonly code: string;
  readonly title: string;
  /** The codes of the variables beside territory and time. */
  readonly variables: readonly string[];
  /** What the file itself says of its source; null where it says nothing. */
  readonly institute: string | null;
  readonly licence: string | null;
  readonly retrieved: string | null;
  readonly notes: readonly string[];
  readonly numbers: NumberFormat;
  /** Size in bytes; null for a stream. */
  readonly bytes: number | null;
  readonly bytesRead: () => number;
  /** All rows, in blocks. Problems go to `problems`, whose owner throws them. */
  readonly rows: (problems: ProblemList) => AsyncIterable<readonly LongRow[]>;
  /** What was noticed so far. */
  readonly findings: () => readonly Finding[];
};
