const DEEPEST = 500;

/**
 * A deeply frozen copy of plain data; properties that are undefined are left out, as JSON does. What is not plain
 * (functions, dates, class instances) is kept as it is, so that registration can name it.
 *
 * Throws a TypeError when the data is nested deeper than any definition can be (or contains itself).
 */
export function frozenCopy<T>(value: T): T {
  return copy(value, 0) as T;
}

function copy(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) throw new TypeError(`a definition is nested deeper than ${DEEPEST} levels`);
  if (Array.isArray(value)) return Object.freeze(value.map((item) => copy(item, depth + 1)));
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.freeze(Object.fromEntries(entries.map(([key, item]) => [key, copy(item, depth + 1)])));
}

/** True for `{}` and what JSON.parse makes of it; false for arrays, null and class instances. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
