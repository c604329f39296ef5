import type { LocalisedText } from '../localised-text.ts';
import type { PlausibilityRule } from '../plausibility/plausibility-rule.ts';
import type { TableLevel } from '../territory/table-key.ts';
import type { Accuracy } from './accuracy.ts';
import type { Indicator } from './indicator.ts';
import type { Measure } from './measure.ts';
import type { Statistic } from './statistic.ts';
import type { Subject } from './subject.ts';

/**
 * A kind of file that a plug-in takes in; `key` is `<plug-in>/<input>`. `revision` changes with how it is read, so that
 * a file can be taken in again after its mapping was corrected.
 */
export type CatalogueInput = {
  readonly key: string;
  readonly plugin: string;
  readonly statistic: string;
  readonly level: TableLevel;
  readonly revision: string;
  /** How exact the figures of such a file are; exact when left out. */
  readonly accuracy?: Accuracy;
  /** `notAvailable`: a `-` of such a file is never a zero; as rule 8 says when left out. */
  readonly dash?: 'notAvailable';
};

/** A plug-in as the catalogue knows it. */
export type CataloguePlugin = {
  readonly id: string;
  readonly title: LocalisedText;
  /** What its figures must fulfil; checked when a file of it is taken in. */
  readonly plausibility: readonly PlausibilityRule[];
};

/**
 * Everything that plug-ins define, checked and resolved across them: plain data that the store keeps in versioned
 * tables. All keys are qualified by the plug-in's id (`population/residents`), statistics too.
 */
export type Catalogue = {
  readonly plugins: readonly CataloguePlugin[];
  readonly statistics: readonly Statistic[];
  readonly inputs: readonly CatalogueInput[];
  readonly measures: readonly Measure[];
  readonly indicators: readonly Indicator[];
  readonly subjects: readonly Subject[];
};
