import type { Formula } from '../formula/formula.ts';
import type { LocalisedText } from '../localised-text.ts';
import type { UnitKey } from '../measure/unit.ts';

/**
 * What is published (Kennzahl): a formula over measures, rounded to `decimals`. `key` is `<plug-in>/<indicator>`; a
 * measure that is published as it is has an indicator with the identity formula under the same key.
 *
 * `formula` is what the author wrote; `resolved` is the same down to measures. `revision` covers everything the
 * indicator depends on. `mixedBase` is the reason why numerator and denominator count different populations.
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
  readonly revision: string;
};
