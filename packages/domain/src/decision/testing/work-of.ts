const WALKS = [
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'flatMap',
  'forEach',
  'includes',
  'indexOf',
  'map',
  'reduce',
  'some',
] as const;

type Walk = (this: readonly unknown[], ...given: readonly unknown[]) => unknown;

/**
 * How much is done while `does` does something: how many elements the lists have that are walked through, each list as often as it is. It is
 * the same on every machine.
 */
export function workOf(does: () => unknown): number {
  let work = 0;
  const list = Array.prototype as unknown as Record<(typeof WALKS)[number], Walk>;
  const before = Object.fromEntries(WALKS.map((walk) => [walk, list[walk]])) as typeof list;
  const set = (walk: (typeof WALKS)[number], value: Walk) =>
    Object.defineProperty(list, walk, { value, writable: true, configurable: true, enumerable: false });
  for (const walk of WALKS) {
    const walked = before[walk];
    set(walk, function counted(...given) {
      work += this.length;
      return walked.apply(this, [...given]);
    });
  }
  try {
    does();
  } finally {
    for (const walk of WALKS) set(walk, before[walk]);
  }
  return work;
}
