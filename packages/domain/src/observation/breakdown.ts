/**
 * The category combination of a value, by dimension: `{ sex: 'female' }`. The empty breakdown is the total.
 */
export type Breakdown = Readonly<Record<string, string>>;

/** What would make a key ambiguous, or what PostgreSQL cannot store: control characters and halves of pairs. */
const UNSAFE = /[%=,\p{Cc}\p{Cs}]/gu;
const ESCAPED = /%([0-9a-f]{4})/g;

/**
 * The stored form of a breakdown: `dimension=category` in the order of the dimensions' names; '' is the total.
 * Two breakdowns have the same key only if they are the same: `=`, `,` and the like are written as `%` and four
 * hexadecimal digits. Keys of dimensions and categories rarely contain any.
 *
 * @example breakdownKey({ sex: 'female', age: '18-24' }) // 'age=18-24,sex=female'
 */
export function breakdownKey(breakdown: Breakdown): string {
  return Object.entries(breakdown)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([dimension, category]) => `${escaped(dimension)}=${escaped(category)}`)
    .join(',');
}

/** The breakdown of a stored key. Throws a RangeError for a text that is no key. */
export function parseBreakdownKey(key: string): Breakdown {
  if (key === '') return Object.freeze({});
  const pairs = key.split(',').map((pair): [string, string] => {
    const [dimension, category, ...rest] = pair.split('=');
    if (dimension === undefined || category === undefined || rest.length > 0) throw noKey(key);
    return [unescaped(dimension), unescaped(category)];
  });
  const breakdown = Object.freeze(Object.fromEntries(pairs));
  if (Object.keys(breakdown).length < pairs.length) throw noKey(key);
  return breakdown;
}

function noKey(text: string): RangeError {
  return new RangeError(`'${text}' is no breakdown key: write dimension=category,dimension=category`);
}

function escaped(text: string): string {
  return text.replace(UNSAFE, (char) => `%${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function unescaped(text: string): string {
  return text.replace(ESCAPED, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
