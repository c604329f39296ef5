import type { LocalisedText } from '../localised-text.ts';

/**
 * That something is kept for those who use it, but should not be used any more: `reason` for people, `replacedBy` the key of
 * the indicator to use instead, where there is one.
 */
export type Deprecation = { readonly reason: LocalisedText; readonly replacedBy: string | null };
