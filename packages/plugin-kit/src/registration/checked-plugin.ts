import type {
  CatalogueInput,
  Indicator,
  LocalisedText,
  Measure,
  PlausibilityRule,
  Statistic,
  Subject,
} from '@kreisweit/domain';

/** An indicator before its references are resolved across plug-ins; `path` is its place in the definition. */
export type IndicatorDraft = Omit<Indicator, 'resolved' | 'dimensions' | 'revision'> & {
  readonly path: string;
};

/**
 * What one plug-in defines, with qualified keys and all defaults, as far as each definition is sound by itself.
 * `declared` holds the keys of all its measures and indicators, the unsound ones too: who refers to one of those is
 * told about the plug-in, not about a missing name.
 */
export type CheckedPlugin = {
  readonly id: string;
  readonly title: LocalisedText;
  readonly declared: ReadonlySet<string>;
  readonly statistics: readonly Statistic[];
  readonly inputs: readonly CatalogueInput[];
  readonly measures: readonly Measure[];
  readonly indicators: readonly IndicatorDraft[];
  readonly subjects: readonly Subject[];
  readonly plausibility: readonly PlausibilityRule[];
};
