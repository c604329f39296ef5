import type { Accuracy, Breakdown, TableLevel } from '@kreisweit/domain';

/**
 * A kind of file that a plug-in takes in. Files are matched to inputs by their own header. With a mapping the definition
 * alone is enough; without one the plug-in's `load` reads the file.
 */
export type InputDefinition<S extends string = string, M extends string = string> =
  | GenesisInput<S, M>
  | CodedInput<S, M>
  | OwnFiguresInput<S, M>;

/**
 * What every input says. `level` is the deepest level that the file lists. `accuracy` says that the institute rounds each
 * figure on its own (`{ roundedTo: 5 }`) or alters them at random (`{ perturbed: true }`): then sums of members are marked as
 * estimated, and small differences from delivered totals are no findings. With `dash: 'notAvailable'` a `-` is never a zero: for
 * tables that also write it where nobody counted. (Of measures whose unit does not add up it never is.)
 */
type AnyInput<S extends string> = {
  readonly statistic?: S;
  readonly level: TableLevel;
  readonly accuracy?: Accuracy;
  readonly dash?: 'notAvailable';
};

/**
 * A column of a classic table and what it holds. `header` is the column's header as it stands in the file, from top to
 * bottom, without empty cells, dates and units. `rows` names the row that is meant, one label for each category column
 * of the table, and stands before the `rows` of the input. Without `breakdown` the value is the total.
 */
export type ColumnMapping<M extends string = string> = {
  readonly header: readonly string[];
  readonly rows?: readonly string[];
  readonly measure: M;
  readonly breakdown?: Breakdown;
};

/** A column or a kind of rows that is left out on purpose, with the reason that people are told. */
export type IgnoredColumn = {
  readonly header?: readonly string[];
  readonly rows?: readonly string[];
  readonly reason: string;
};

/**
 * A value that the institute itself printed wrongly (a count below zero), left out with the reason that people are told. `date` is
 * that of the row or column as it stands in the table, `header` that of the column; only while the file says `found`, so that
 * a corrected file is read.
 */
export type KnownMistake = {
  readonly territory: string;
  readonly date?: string;
  readonly header: readonly string[];
  readonly found: string;
  readonly reason: string;
};

/**
 * A classic GENESIS table (CSV with a preamble and a footer), known by its code (`12411-01-01-5`). `rows` is the row that all
 * columns mean, unless they name their own. With `rowDimensions` instead, one dimension for each category column of the
 * table, the labels of a row are categories of the shared code lists, `Insgesamt` being the total; a column whose `rows` are
 * given keeps them.
 *
 * @example
 * ages: { level: 'district', reader: 'genesis', table: '12411-03-03-4', rowDimensions: ['ageGroup21'],
 *   columns: [{ header: ['Ausländer(innen)', 'männlich'], measure: 'foreigners', breakdown: { sex: 'male' } }] }
 */
export type GenesisInput<S extends string = string, M extends string = string> = AnyInput<S> & {
  readonly reader: 'genesis';
  readonly table: string;
  readonly rows?: readonly string[];
  readonly rowDimensions?: readonly string[];
  readonly columns?: readonly ColumnMapping<M>[];
  readonly ignored?: readonly IgnoredColumn[];
  readonly mistakes?: readonly KnownMistake[];
};

/**
 * Which values of a coded file are which measure. A row is meant when each variable in `where` has one of the given codes
 * (`''` is the total in a flat file) and, of a flat file, `content` is the code of its values. `dimensions` names the
 * variables that break the measure down, each with a dimension of the shared code lists, which knows the official codes; the
 * total of a variable is no category. Any other variable must hold its total. `factor` is what one unit of the file counts
 * (1000 where a table counts in thousands).
 *
 * @example { content: 'BEVSTD', measure: 'residents', dimensions: { GES: 'sex' } }
 */
export type CodedMapping<M extends string = string> = {
  readonly content?: string;
  readonly where?: Readonly<Record<string, string | readonly string[]>>;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly measure: M;
  readonly factor?: number;
};

/** Rows of a coded file that are left out on purpose, with the reason that people are told. */
export type IgnoredRows = {
  readonly content?: string;
  readonly where?: Readonly<Record<string, string | readonly string[]>>;
  readonly reason: string;
};

/**
 * A file with one value a row, its variables as codes. `table` is how the file is known:
 *
 * - `genesis-flat`: the statistic's code and what follows it (`12411-01-01-4`). The header only says the statistic, so that a
 *   file fits when its statistic, its variables and the codes of its contents are those of the mapping.
 * - `sdmx-csv` (1.0 and 2.0): the dataflow as the file writes it (`BIS:BIS_DER(1.0)`).
 * - `json-stat` (2.0, class dataset): its `href`, its `extension.id`, or its `label`.
 *
 * `territory` are the variables that hold the key of the territory; of a flat file it may be left out: then those are meant
 * that official tables use (`KREISE`, `DLAND`, `GEOGM4` ...). `time` is the variable of the period, where it is not the
 * usual one.
 */
export type CodedInput<S extends string = string, M extends string = string> = AnyInput<S> & {
  readonly reader: 'genesis-flat' | 'sdmx-csv' | 'json-stat';
  readonly table: string;
  readonly territory?: readonly string[];
  readonly time?: string;
  readonly values?: readonly CodedMapping<M>[];
  readonly ignored?: readonly IgnoredRows[];
};

/**
 * Own figures: a long table, CSV or XLSX, as `kreisweit template` writes it, one value a row: key of the territory, period,
 * measure, a column for each dimension, value. The definition of the measures is all that is needed. `measures` are those it
 * may hold; all of its statistic where left out.
 */
export type OwnFiguresInput<S extends string = string, M extends string = string> = AnyInput<S> & {
  readonly reader: 'own-figures';
  readonly measures?: readonly M[];
};
