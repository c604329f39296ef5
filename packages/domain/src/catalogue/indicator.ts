import type { Formula } from '../formula/formula.ts';
import type { LocalisedText } from '../localised-text.ts';
import type { UnitKey } from '../measure/unit.ts';
import type { RecommendationField } from '../recommendation/recommendation-field.ts';
import type { Deprecation } from './deprecation.ts';

/**
 * What is published (Kennzahl): a formula over measures, rounded to `decimals`. `key` is `<plug-in>/<indicator>`; a
 * measure that is published as it is has an indicator with the identity formula under the same key.
 *
 * `formula` is what the author wrote; `resolved` is the same down to measures. `revision` covers everything the
 * indicator depends on; `methodRevision` is what its author counts up when the formula changes. `mixedBase` is the reason why
 * numerator and denominator count different populations, `caveats` what people must know before they compare its values,
 * `informs` the fields of recommendations that it speaks to.
 */
export type Indicator = {
  readonly key: string;
  readonly plugin: string;
  readonly title: LocalisedText;
  readonly description: LocalisedText | null;
  readonly unit: UnitKey;
  readonly decimals: number;
  readonly direction: 'higherIsBetter' | 'lowerIsBetter' | 'neutral';
  readonly formula: Formula;
  readonly resolved: Formula;
  readonly mixedBase: LocalisedText | null;
  readonly dimensions: readonly string[];
  readonly caveats: LocalisedText | null;
  readonly informs: readonly RecommendationField[];
  readonly deprecated: Deprecation | null;
  readonly methodRevision: number;
  readonly revision: string;
};
