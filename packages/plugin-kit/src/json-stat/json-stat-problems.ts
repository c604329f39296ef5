/** Hears what is wrong with a field of a file (`dimension.age.category.index`). */
export type FieldReport = (field: string, message: string) => void;

/** A JSON object; null for everything else. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}

/** The field of an object, if it has one of its own: `constructor` is none. */
export function fieldOf(object: Readonly<Record<string, unknown>> | null, name: string): unknown {
  return object !== null && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A text that says something, control characters as blanks (no database stores NUL); null for everything else. */
export function asText(value: unknown): string | null {
  const text = typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ').trim() : '';
  return text === '' ? null : text;
}

/** A list of texts, each of them once; null for everything else. */
export function asDistinctTexts(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return null;
  return new Set(value).size === value.length ? value : null;
}

/** What was found instead, shortened: `an object`, `a list`, `'2.0'`. */
export function found(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? `'${value.slice(0, 40)}'` : String(value);
}
