import type {
  Accuracy,
  Additivity,
  Breakdown,
  DeliveredObservation,
  Disclosure,
  Formula,
  LocalisedText,
  Measure,
  MemberCondition,
  MethodBreak,
  OverTime,
  Reference,
  Rollup,
  TableLevel,
  UnitKey,
} from '@kreisweit/domain';
import type { GenesisTable } from '../genesis/genesis-table.ts';
import type { Log } from '../input/log.ts';

/** The version of the contract between a plug-in and Kreisweit that this kit speaks. */
export const API_VERSION = 1;

/**
 * A source that is consistent in itself. `code` is its EVAS code (five digits) where it has one; `populationBase`
 * names who is counted: two statistics with the same base may stand in one ratio.
 */
export type StatisticDefinition = {
  readonly title: LocalisedText;
  readonly code?: string;
  readonly institute: string;
  readonly licence: string;
  readonly populationBase: string;
  readonly url?: string;
};

/**
 * A quantity that is observed and adds up by a declared rule. What has no default must be decided: `rollup`,
 * `overTime`, `reference` and `disclosure`.
 *
 * `statistic` may be left out when the plug-in has only one. `weightedMeanBy` takes a measure of this plug-in by its
 * name or one of another by its key (`population/residents`). Defaults: additivity `exact`, apportionBy `none`,
 * reportedAt `municipality`, no dimensions, no breaks, revision 1.
 *
 * With `countOf` nobody delivers the measure: it is the number of municipalities whose value of another measure (named like
 * a weight) lies between the bounds; without bounds, that have a value. Municipalities are counted everywhere, also in a
 * state; a kreisfreie Stadt is one. The unit is `count`, the rollup `sum`. One that has not reported makes the count
 * incomplete, and one whose value is hidden hides it.
 *
 * @example
 * manyForeigners: {
 *   title, unit: 'count', rollup: 'sum', overTime: 'last', reference: { at: '12-31' }, disclosure: 'none',
 *   countOf: { measure: 'foreigners', above: 100 },
 * }
 *
 * A measure is also published as it is, under its own key, with `decimals` (0 for counts, else 1), unless `published`
 * is false.
 */
export type MeasureDefinition<S extends string = string> = {
  readonly title: LocalisedText;
  readonly description?: LocalisedText;
  readonly unit: UnitKey;
  readonly decimals?: number;
  readonly rollup: Rollup;
  readonly countOf?: MemberCondition;
  readonly overTime: OverTime;
  readonly reference: Reference;
  readonly disclosure: Disclosure;
  readonly statistic?: S;
  readonly additivity?: Additivity;
  readonly apportionBy?: Measure['apportionBy'];
  readonly reportedAt?: Measure['reportedAt'];
  readonly dimensions?: readonly string[];
  readonly breaks?: readonly MethodBreak[];
  readonly revision?: number;
  readonly published?: boolean;
};

/**
 * A column of a table and what it holds. `header` is the column's header as it stands in the file, from top to
 * bottom, without empty cells, dates and units. `rows` names the row that is meant, one label for each category column
 * of the table, and stands before the `rows` of the input. Without `breakdown` the value is the total.
 */
export type ColumnMapping<M extends string = string> = {
  readonly header: readonly string[];
  readonly rows?: readonly string[];
  readonly measure: M;
  readonly breakdown?: Breakdown;
};

/**
 * A kind of file that the plug-in takes in: a classic GENESIS table, known by its code (`12411-01-01-5`). `level` is
 * the deepest level that the table lists. With `columns` the definition alone is enough; without them the plug-in's
 * `load` reads the table. `rows` is the row that all columns mean, unless they name their own. `accuracy` says that the
 * institute rounds each figure on its own (`{ roundedTo: 5 }`) or alters them at random (`{ perturbed: true }`): then sums
 * of members are marked as estimated, and small differences from delivered totals are no findings.
 */
export type InputDefinition<S extends string = string, M extends string = string> = {
  readonly statistic?: S;
  readonly level: TableLevel;
  readonly reader: 'genesis';
  readonly table: string;
  readonly rows?: readonly string[];
  readonly columns?: readonly ColumnMapping<M>[];
  readonly accuracy?: Accuracy;
};

/** What an indicator says beside its formula. `mixedBase` is the reason shown with a ratio of different bases. */
export type IndicatorText = {
  readonly title: LocalisedText;
  readonly description?: LocalisedText;
  readonly unit: UnitKey;
  readonly decimals: number;
  readonly direction?: 'higherIsBetter' | 'lowerIsBetter' | 'neutral';
  readonly mixedBase?: LocalisedText;
};

/** The measures of a plug-in by name, as its formulas read them. */
export type MeasureRefs<M extends string> = { readonly [name in M]: Formula };

/** An indicator as its author writes it: the formula is a function of the plug-in's own measures. */
export type IndicatorDefinition<M extends string = string> = IndicatorText & {
  readonly formula: (measures: MeasureRefs<M>) => Formula;
};

/**
 * What several statistics report, each in its own way. `measures` are those that stand side by side: of this plug-in by
 * name, of another one by key (`population/foreigners`). `differences` says to people what differs between them.
 */
export type SubjectDefinition<M extends string = string> = {
  readonly title: LocalisedText;
  readonly measures: readonly (M | `${string}/${string}`)[];
  readonly differences: LocalisedText;
};

/** What `load` is given: the name of the input, the opened table, and how to stop and to speak. */
export type LoadContext = {
  readonly input: string;
  readonly table: GenesisTable;
  readonly signal: AbortSignal;
  readonly log: Log;
};

/** Reads a table that no declared mapping describes. Yields observations in batches of some thousands. */
export type Load = (context: LoadContext) => AsyncIterable<readonly DeliveredObservation[]>;

/** A plug-in as its author writes it. `S` are the names of its statistics, `M` those of its measures. */
export type PluginDefinition<S extends string, M extends string> = {
  /** kebab-case; the first half of all keys. */
  readonly id: string;
  readonly apiVersion: typeof API_VERSION;
  readonly title: LocalisedText;
  readonly statistics: Readonly<Record<S, StatisticDefinition>>;
  readonly inputs?: Readonly<Record<string, InputDefinition<NoInfer<S>, NoInfer<M>>>>;
  readonly measures: Readonly<Record<M, MeasureDefinition<NoInfer<S>>>>;
  readonly indicators?: Readonly<Record<string, IndicatorDefinition<NoInfer<M>>>>;
  readonly subjects?: Readonly<Record<string, SubjectDefinition<NoInfer<M>>>>;
  readonly load?: Load;
};

/** A defined plug-in: deeply frozen, JSON except `load`. */
export type IndicatorPlugin = {
  readonly id: string;
  readonly apiVersion: typeof API_VERSION;
  readonly title: LocalisedText;
  readonly statistics: Readonly<Record<string, StatisticDefinition>>;
  readonly inputs: Readonly<Record<string, InputDefinition>>;
  readonly measures: Readonly<Record<string, MeasureDefinition>>;
  readonly indicators: Readonly<Record<string, IndicatorText & { readonly formula: Formula }>>;
  readonly subjects: Readonly<Record<string, SubjectDefinition>>;
  readonly load?: Load;
};
