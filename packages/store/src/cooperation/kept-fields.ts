/** A record with what it keeps of the one that is stored; `lost` are the fields (paths) that would be cleared although nobody said so. */
export type KeptFields<Value> = { readonly record: Value; readonly lost: readonly string[] };

/**
 * Gives the fields that a file has left out of a record (paths: `recurrence.every.weeks`, `fields.0.goals.1.tasks`) what is stored there. Items of lists are
 * the same where they have the same `key`, wherever in the record their list stands. What has no place in the record as it was given is lost: the
 * English of a text whose German was cleared, the weeks beside months.
 */
export function keptFields<Value extends object>(
  given: Value,
  stored: Value,
  leftOut: readonly string[],
): KeptFields<Value> {
  const items = keyedItems(stored);
  const lost: string[] = [];
  let record: unknown = given;
  for (const path of leftOut) {
    record = withKept(record, stored, path.split('.'), { list: '', items, lose: () => lost.push(path) });
  }
  // Only what is stored at the same places of a record of the same kind was put into it.
  return { record: record as Value, lost };
}

type Fields = Readonly<Record<string, unknown>>;

type Walk = {
  /** The name of the list in which the walk is. */
  readonly list: string;
  readonly items: ReadonlyMap<string, unknown>;
  readonly lose: () => void;
};

function withKept(given: unknown, stored: unknown, path: readonly string[], walk: Walk): unknown {
  const [name = '', ...rest] = path;
  if (Array.isArray(given)) {
    const [index, item] = [Number(name), given[Number(name)]];
    const known = isFields(item) ? walk.items.get(`${walk.list} ${item.key}`) : undefined;
    return known === undefined ? given : given.with(index, withKept(item, known, rest, walk));
  }
  const there = isFields(stored) ? stored[name] : undefined;
  const isPlace = isFields(given) && Object.hasOwn(given, name);
  const inside = isPlace ? given[name] : undefined;
  if (isPlace && rest.length === 0) return isNothing(there) ? given : { ...given, [name]: there };
  if (isPlace && !isNothing(inside)) {
    return { ...given, [name]: withKept(inside, there, rest, { ...walk, list: name }) };
  }
  if (!isNothing(valueAt(there, rest))) walk.lose();
  return given;
}

/** The items of all lists of a record that have a key, by the name of their list and by it. */
function keyedItems(value: unknown, list = ''): ReadonlyMap<string, unknown> {
  if (Array.isArray(value)) {
    const keyed = value.filter((item) => isFields(item) && typeof item.key === 'string');
    const own = keyed.map((item) => [`${list} ${item.key}`, item] as const);
    return new Map([...own, ...keyed.flatMap((item) => [...keyedItems(item)])]);
  }
  if (!isFields(value)) return new Map();
  return new Map(Object.entries(value).flatMap(([name, inside]) => [...keyedItems(inside, name)]));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, name) => (isFields(inside) ? inside[name] : undefined), value);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An empty list is something: it says that there are none. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
