import type { Category } from '../dimension.ts';

/** A category, written in one line. */
export function category(key: string, de: string, en: string, official: readonly string[] = []): Category {
  return Object.freeze({
    key,
    title: Object.freeze({ de, en }),
    official: Object.freeze([...new Set([de, ...official])]),
  });
}
