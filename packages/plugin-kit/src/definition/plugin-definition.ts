import type {
  Additivity,
  DeliveredObservation,
  Disclosure,
  Formula,
  LocalisedText,
  Measure,
  MemberCondition,
  MethodBreak,
  OverTime,
  PlausibilityCheck,
  RecommendationField,
  Reference,
  Rollup,
  UnitKey,
} from '@kreisweit/domain';
import type { GenesisTable } from '../genesis/genesis-table.ts';
import type { Log } from '../input/log.ts';
import type { LongTable } from '../long/long-table.ts';
import type { InputDefinition } from './input-definition.ts';

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
export type MeasureDefinition<S extends string = string> = ForPeople & {
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
 * What a citizen is told of a measure or an indicator. `description` defines it in plain words, `direction` says whether a
 * higher value is better, `caveats` what one must know before comparing values, `informs` which fields of recommendations it
 * speaks to. With `deprecated` it is kept for those who use it; `replacedBy` is a key (`population/foreignShare`).
 */
export type ForPeople = {
  readonly title: LocalisedText;
  readonly description?: LocalisedText;
  readonly direction?: 'higherIsBetter' | 'lowerIsBetter' | 'neutral';
  readonly caveats?: LocalisedText;
  readonly informs?: readonly RecommendationField[];
  readonly deprecated?: { readonly reason: LocalisedText; readonly replacedBy?: string };
};

/** What an indicator says beside its formula. `mixedBase` is the reason shown with a ratio of different bases. */
export type IndicatorText = ForPeople & {
  readonly unit: UnitKey;
  readonly decimals: number;
  readonly mixedBase?: LocalisedText;
  /** Starts with 1 and rises when the formula, the unit or the decimals change: what was printed before is then another number. */
  readonly revision?: number;
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

/**
 * A rule that the figures of a plug-in must follow: a check (see `PlausibilityCheck`; measures of this plug-in by name, of
 * others by key), what it says to people, and whether breaking it refuses a file (`error`) or is only told (`warning`).
 * That the categories of a partition add up to their total is checked without a rule.
 *
 * @example
 * foreignersAmongResidents: {
 *   title: { de: 'Nicht mehr Ausländer als Einwohner', en: 'Not more foreigners than residents' },
 *   severity: 'error',
 *   atMost: ['foreigners', 'residents'],
 * }
 */
export type PlausibilityDefinition = PlausibilityCheck & {
  readonly title: LocalisedText;
  readonly severity: 'error' | 'warning';
  readonly note?: LocalisedText;
};

/**
 * What `load` is given: the name of the input, the opened table, and how to stop and to speak. `table` is a classic GENESIS table,
 * `long` any other format; asking for the one that the file is not throws an error that says so.
 */
export type LoadContext = {
  readonly input: string;
  readonly table: GenesisTable;
  readonly long: LongTable;
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
  readonly plausibility?: Readonly<Record<string, PlausibilityDefinition>>;
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
  readonly plausibility: Readonly<Record<string, PlausibilityDefinition>>;
  readonly load?: Load;
};
