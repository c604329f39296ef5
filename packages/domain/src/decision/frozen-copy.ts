/**
 * A copy that is frozen all the way down; what callers gave stays theirs. What was frozen here already is shared and not copied, so that an
 * event costs no more in a long history.
 */
export function frozenCopy<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || made.has(value)) return value;
  const copy: unknown = Array.isArray(value)
    ? value.map(frozenCopy)
    : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, frozenCopy(part)]));
  made.add(Object.freeze(copy as object));
  return copy as Value;
}

/** Frozen by ourselves all the way down, which `Object.isFrozen` does not tell of what callers gave. */
const made = new WeakSet<object>();
