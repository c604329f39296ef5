/** The middle of the values in their order; of an even number the lower of the two, a value that was measured. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((left, right) => left - right)[(values.length - 1) >> 1];
  if (middle === undefined) throw new Error('there is no median of nothing');
  return middle;
}
