import type { LocalisedText } from '../localised-text.ts';

/**
 * What several statistics report, each in its own way: foreign residents by the population update, the census and the
 * register of foreigners. They are never one measure; a subject names the `measures` (by key, of any plug-in) that stand
 * side by side, and says what differs between them. `key` is `<plug-in>/<subject>`.
 */
export type Subject = {
  readonly key: string;
  readonly plugin: string;
  readonly title: LocalisedText;
  readonly measures: readonly string[];
  readonly differences: LocalisedText;
};
