/** The middle of the values in their order (of an even number: the lower of the two). Throws for none. */
export function median(values: readonly number[]): number {
  return medianBy(values, (value) => value);
}

/** The entry whose number is the median: a round that really happened. Throws for none. */
export function medianBy<Entry>(entries: readonly Entry[], by: (entry: Entry) => number): Entry {
  const middle = entries.toSorted((left, right) => by(left) - by(right))[(entries.length - 1) >> 1];
  if (middle === undefined) throw new Error('there is no median of nothing');
  return middle;
}
