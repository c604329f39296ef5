import { isDeepStrictEqual } from 'node:util';

/** A field (its path) that is not as it was; null where there is nothing. */
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

/**
 * The fields in which two records are different, as deep as they can be told apart: of lists the items that have a `key` or a `revision` by that
 * (`fields.language.title.de`), other lists as a whole.
 */
export function changedFields(before: unknown, after: unknown, field = ''): readonly FieldChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  const [old, now] = [partsOf(before), partsOf(after)];
  const whole = [{ field, before: before ?? null, after: after ?? null }];
  if (old === null || now === null) return whole;
  const names = [...new Set([...old.keys(), ...now.keys()])];
  const inside = names.flatMap((name) =>
    changedFields(old.get(name), now.get(name), field === '' ? name : `${field}.${name}`),
  );
  // The same items in another order.
  return inside.length === 0 ? whole : inside;
}

function partsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const named = value.flatMap((item): readonly (readonly [string, unknown])[] => {
    if (typeof item !== 'object' || item === null) return [];
    const name: unknown = item.key ?? item.revision;
    return name === undefined ? [] : [[String(name), item]];
  });
  const parts = new Map(named);
  return parts.size === value.length ? parts : null;
}
