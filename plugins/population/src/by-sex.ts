import type { ColumnMapping } from '@kreisweit/plugin-kit';

const sexes = [
  { label: 'Insgesamt', breakdown: null },
  { label: 'männlich', breakdown: { sex: 'male' } },
  { label: 'weiblich', breakdown: { sex: 'female' } },
] as const;

/** The three columns of a measure that a table gives in total and by sex, below the labels in `above`. */
export function bySex<M extends string>(
  measure: M,
  above: readonly string[] = [],
  rows?: readonly string[],
): readonly ColumnMapping<M>[] {
  return sexes.map(({ label, breakdown }) => ({
    header: [...above, label],
    ...(rows === undefined ? {} : { rows }),
    measure,
    ...(breakdown === null ? {} : { breakdown }),
  }));
}
